package io.duecast.segment;

import static java.lang.Math.toIntExact;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One invoice that is open, or was paid and has not come due yet.
 *
 * @param open what is owed of it, in the customer's currency; 0 if paid, or of another currency
 * @param issuedIn the segment of the customer when it was issued
 * @param isPaid whether money has settled it
 * @param isDisputed then it is not judged
 * @param isJudged whether its coming due has been dealt with
 * @param lateOn the day on which it was judged late; null if it was not
 * @param isFlagged whether it is known, while open, to be later than the customer's own past allows
 */
public record SegmentedInvoice(
    CustomerId customer,
    InvoiceId id,
    LocalDate dueOn,
    BigDecimal open,
    RiskSegment issuedIn,
    boolean isPaid,
    boolean isDisputed,
    boolean isJudged,
    @Nullable LocalDate lateOn,
    boolean isFlagged) {

  SegmentedInvoice standing(LocalDate due, BigDecimal owed, boolean paid, boolean disputed) {
    return new SegmentedInvoice(
        customer, id, due, owed, issuedIn, paid, disputed, isJudged, lateOn, isFlagged);
  }

  SegmentedInvoice judged(@Nullable LocalDate late) {
    return new SegmentedInvoice(
        customer, id, dueOn, open, issuedIn, isPaid, isDisputed, true, late, isFlagged);
  }

  SegmentedInvoice flagged() {
    return new SegmentedInvoice(
        customer, id, dueOn, open, issuedIn, isPaid, isDisputed, isJudged, lateOn, true);
  }

  int daysPastDue(LocalDate day) {
    return toIntExact(ChronoUnit.DAYS.between(dueOn, day));
  }
}
