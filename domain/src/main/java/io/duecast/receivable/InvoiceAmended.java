package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice was changed, cancelled, held, written off or handed over.
 *
 * @param before as the source had it before; for the reader, never used
 * @param after as it is from now on; what is null stays as it is
 * @param effectiveOn the business day of the change
 * @param version 1 or more; rises with every amendment of an invoice; one that is not higher is
 *     stale
 */
public record InvoiceAmended(
    Envelope envelope,
    InvoiceId invoice,
    CustomerId customer,
    AmendmentType type,
    @Nullable InvoiceTerms before,
    @Nullable InvoiceTerms after,
    LocalDate effectiveOn,
    long version)
    implements Fact {
  public InvoiceAmended {
    PlausibleDate.check("effective date", invoice, effectiveOn);
    Money payable = after == null ? null : after.payable();
    accept(
        payable == null || payable.isPositive(),
        RejectReason.IMPOSSIBLE_AMOUNT,
        "invoice %s: payable amended to %s",
        invoice,
        String.valueOf(payable));
    PlausibleDate.check("due date", invoice, after == null ? null : after.dueOn());
    accept(
        version > 0,
        RejectReason.CONTRACT_VIOLATION,
        "invoice %s: version %d of an amendment; the first is 1",
        invoice,
        version);
    boolean needsTerms =
        type == AmendmentType.DUE_DATE_CHANGED
            || type == AmendmentType.AMOUNT_CORRECTED
            || type == AmendmentType.TERMS_CHANGED;
    accept(
        !needsTerms || after != null,
        RejectReason.CONTRACT_VIOLATION,
        "invoice %s: %s without the terms after it",
        invoice,
        type);
  }
}
