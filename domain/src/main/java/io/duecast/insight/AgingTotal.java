package io.duecast.insight;

import java.math.BigDecimal;

/**
 * What is open in one ageing bucket.
 *
 * @param amount in the group's currency
 */
public record AgingTotal(int invoices, BigDecimal amount) {
  static final AgingTotal NONE = new AgingTotal(0, Turnover.ZERO);

  public AgingTotal {
    amount = Turnover.exact(amount);
  }

  AgingTotal plus(AgingTotal other) {
    return new AgingTotal(invoices + other.invoices, amount.add(other.amount));
  }
}
