package io.duecast.experiment;

import static io.duecast.check.Check.require;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An invoice came into an experiment: it was to be treated, or drawn not to be. What counts is what
 * was drawn, not what was delivered.
 *
 * @param customer the unit that was drawn
 * @param treated whether its customer was drawn to be treated
 * @param propensity how likely the customer was to be drawn as it was, above 0 and up to 1
 * @param balance what was open then; positive
 * @param dueOn the due date in force then
 * @param on the customer's day
 * @param at when it was decided
 */
public record Assignment(
    Treatment treatment,
    CustomerId customer,
    InvoiceId invoice,
    boolean treated,
    double propensity,
    Money balance,
    LocalDate dueOn,
    LocalDate on,
    Instant at) {
  public Assignment {
    require(
        propensity > 0 && propensity <= 1,
        "invoice %s: a propensity of %s is not within 0 and 1",
        invoice,
        propensity);
    require(balance.isPositive(), "invoice %s: %s is not open", invoice, balance);
  }

  /** Its weight: how many customers this one stands for. */
  double weight() {
    return 1 / propensity;
  }
}
