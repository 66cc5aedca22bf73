package io.duecast.insight;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An open invoice whose amount is known.
 *
 * @param group that it belongs to now
 * @param open what is left to pay; not negative
 */
public record OpenItem(
    CustomerId customer, InvoiceId invoice, Group group, LocalDate dueOn, BigDecimal open) {

  /** Where it stands at the end of a day. */
  public AgingBucket bucket(LocalDate day) {
    return AgingBucket.of(ChronoUnit.DAYS.between(dueOn, day));
  }
}
