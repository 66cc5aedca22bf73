package io.duecast.insight;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Open receivables of one due date, together.
 *
 * @param invoices at least 1
 * @param amount what is open of them, in the group's currency
 */
public record DueTotal(LocalDate dueOn, int invoices, BigDecimal amount) {
  public DueTotal {
    amount = Turnover.exact(amount);
    require(invoices > 0, "%s: %d invoices of %s", dueOn, invoices, amount);
  }
}
