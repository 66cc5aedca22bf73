package io.duecast.receivable;

import static io.duecast.check.Check.accept;

import io.duecast.check.RejectReason;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A reduction for paying early.
 *
 * @param percent of the payable amount, above 0 and up to 100
 * @param until the last day on which it may be taken
 */
public record DiscountTerm(BigDecimal percent, LocalDate until) {
  public DiscountTerm {
    accept(
        percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0,
        RejectReason.IMPOSSIBLE_AMOUNT,
        "discount of %s percent",
        percent);
  }
}
