package io.duecast.reserve;

import io.duecast.money.Money;
import java.math.BigDecimal;

/**
 * One cell of the provision matrix: a group in an ageing bucket.
 *
 * @param exposure what is open
 * @param rate the share of it that is not expected to come in, 0..1, forward-looking factor
 *     included
 * @param reserve exposure times rate, to the currency's smallest unit
 */
public record ReserveCell(BigDecimal exposure, BigDecimal rate, BigDecimal reserve) {
  public ReserveCell {
    rate = rate.setScale(Rates.SCALE);
    exposure = exposure.setScale(Money.SCALE);
    reserve = reserve.setScale(Money.SCALE);
  }
}
