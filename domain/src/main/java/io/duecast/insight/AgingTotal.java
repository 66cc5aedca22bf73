package io.duecast.insight;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;

/**
 * What is open in one ageing bucket.
 *
 * @param amount in the group's currency
 */
public record AgingTotal(AgingBucket bucket, int invoices, BigDecimal amount) {
  static AgingTotal none(AgingBucket bucket) {
    return new AgingTotal(bucket, 0, Turnover.ZERO);
  }

  AgingTotal plus(AgingTotal other) {
    require(bucket == other.bucket, "%s is not added to %s", other.bucket, bucket);
    return new AgingTotal(bucket, invoices + other.invoices, amount.add(other.amount));
  }
}
