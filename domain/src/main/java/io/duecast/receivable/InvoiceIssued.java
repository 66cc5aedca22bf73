package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.attribute.Attributes;
import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice was sent to a customer.
 *
 * @param issuedOn the date on the invoice
 * @param dueOn the date by which it is to be paid; null if the terms say it
 * @param termDays days from issue to due date; null if there is a due date
 * @param payable what is to be paid; positive; null if the source does not know it
 * @param prepaid the part of {@code payable} already paid when it was issued; null for none
 * @param functional the amount in the company's own currency; null if there is none
 * @param paymentMeansCode UNTDID 4461
 * @param precedingInvoices the invoices that this one corrects or credits
 * @param sellerEntity the legal entity that sells
 * @param deliveryChannel how the invoice reached the customer, e.g. {@code peppol} or {@code mail}
 * @param attributes the company's own columns of the invoice
 */
public record InvoiceIssued(
    Envelope envelope,
    InvoiceId invoice,
    CustomerId customer,
    DocumentType documentType,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    @Nullable Integer termDays,
    @Nullable Money payable,
    @Nullable Money prepaid,
    @Nullable FunctionalAmount functional,
    @Nullable String paymentMeansCode,
    List<DiscountTerm> discountTerms,
    List<Instalment> instalments,
    List<InvoiceId> precedingInvoices,
    @Nullable String sellerEntity,
    @Nullable String deliveryChannel,
    Attributes attributes)
    implements Fact {
  public InvoiceIssued {
    PlausibleDate.check("issue date", invoice, issuedOn);
    PlausibleDate.check("due date", invoice, dueOn);
    accept(
        payable == null || payable.isPositive(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "invoice %s: payable %s is not positive",
        invoice,
        String.valueOf(payable));
    accept(
        prepaid == null || !prepaid.isNegative(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "invoice %s: prepaid %s is negative",
        invoice,
        String.valueOf(prepaid));
    accept(
        prepaid == null || payable == null || prepaid.currency().equals(payable.currency()),
        RejectReason.CURRENCY_MISMATCH,
        "invoice %s: %s of %s prepaid",
        invoice,
        String.valueOf(prepaid),
        String.valueOf(payable));
    discountTerms = List.copyOf(discountTerms);
    instalments = List.copyOf(instalments);
    precedingInvoices = List.copyOf(precedingInvoices);
    if (dueOn != null) {
      PlausibleDate.checkTerm(invoice, issuedOn, dueOn);
    }
  }

  /**
   * The due date, from the terms or the last instalment where there is no date.
   *
   * @throws io.duecast.check.RejectedException if there is nothing to derive it from
   */
  public LocalDate dueDate() {
    if (dueOn != null) {
      return dueOn;
    }
    LocalDate derived = derivedDueDate();
    PlausibleDate.checkTerm(invoice, issuedOn, derived);
    return derived;
  }

  private LocalDate derivedDueDate() {
    if (termDays != null) {
      return issuedOn.plusDays(termDays);
    }
    accept(
        !instalments.isEmpty(),
        RejectReason.NO_DUE_DATE,
        "invoice %s: no due date, no terms, no instalments",
        invoice);
    return instalments.stream().map(Instalment::dueOn).max(LocalDate::compareTo).orElseThrow();
  }
}
