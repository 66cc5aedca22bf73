package io.duecast.receivable;

import static java.lang.Math.toIntExact;

import io.duecast.attribute.Attributes;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer agreed to pay, and by when; as issued, amendments are kept beside it.
 *
 * @param dueOn given, or derived from the terms
 * @param payable positive; null if the source does not know it: such an invoice is scored, and
 *     stays out of every total of money
 * @param sourceRow the line of the file it came from; null if it came from no file
 */
public record Invoice(
    InvoiceId id,
    CustomerId customer,
    DocumentType documentType,
    LocalDate issuedOn,
    LocalDate dueOn,
    @Nullable Money payable,
    @Nullable FunctionalAmount functional,
    @Nullable String paymentMeansCode,
    List<DiscountTerm> discountTerms,
    int instalments,
    @Nullable String sellerEntity,
    @Nullable String deliveryChannel,
    Attributes attributes,
    @Nullable Long sourceRow) {

  public Invoice {
    discountTerms = List.copyOf(discountTerms);
  }

  /**
   * The invoice that a fact opens.
   *
   * @throws io.duecast.check.RejectedException if there is no due date to be had
   */
  public static Invoice of(InvoiceIssued fact) {
    return new Invoice(
        fact.invoice(),
        fact.customer(),
        fact.documentType(),
        fact.issuedOn(),
        fact.dueDate(),
        fact.payable(),
        fact.functional(),
        fact.paymentMeansCode(),
        fact.discountTerms(),
        fact.instalments().size(),
        fact.sellerEntity(),
        fact.deliveryChannel(),
        fact.attributes(),
        fact.envelope().sourceRow());
  }

  /** This invoice with another amount and due date. */
  public Invoice amended(@Nullable Money newPayable, LocalDate newDueOn) {
    return new Invoice(
        id,
        customer,
        documentType,
        issuedOn,
        newDueOn,
        newPayable,
        functional,
        paymentMeansCode,
        discountTerms,
        instalments,
        sellerEntity,
        deliveryChannel,
        attributes,
        sourceRow);
  }

  /** Whether it is the same invoice with the same content, wherever it was read from. */
  boolean saysTheSameAs(Invoice other) {
    return withoutSource().equals(other.withoutSource());
  }

  private Invoice withoutSource() {
    return sourceRow == null
        ? this
        : new Invoice(
            id,
            customer,
            documentType,
            issuedOn,
            dueOn,
            payable,
            functional,
            paymentMeansCode,
            discountTerms,
            instalments,
            sellerEntity,
            deliveryChannel,
            attributes,
            null);
  }

  /**
   * Days from issue to due date; 0 means due on receipt; negative in back-dated books, and that is
   * a fact, not an error.
   */
  public int termDays() {
    return toIntExact(ChronoUnit.DAYS.between(issuedOn, dueOn));
  }
}
