package io.duecast.reserve;

import io.duecast.money.Money;
import java.math.BigDecimal;

/**
 * How a reserve came from one day's end to the next: opening + receivables + rates - used =
 * closing, to the cent.
 *
 * @param receivables added, or released, because more or other receivables are open; that which was
 *     given up is put back here, as it is in {@code used}
 * @param rates added, or released, because other shares are expected to be lost
 * @param used written off, less what came back
 */
public record ReserveMovement(
    BigDecimal opening, BigDecimal receivables, BigDecimal rates, BigDecimal used) {
  public ReserveMovement {
    opening = opening.setScale(Money.SCALE);
    receivables = receivables.setScale(Money.SCALE);
    rates = rates.setScale(Money.SCALE);
    used = used.setScale(Money.SCALE);
  }

  public BigDecimal closing() {
    return opening.add(receivables).add(rates).subtract(used);
  }

  /** What the income statement bears; negative if something is released. */
  public BigDecimal charge() {
    return receivables.add(rates);
  }

  /** Of the day after this one, together with it. */
  public ReserveMovement then(ReserveMovement next) {
    return new ReserveMovement(
        opening, receivables.add(next.receivables), rates.add(next.rates), used.add(next.used));
  }

  /** Of another group on the same days, together with this one. */
  public ReserveMovement beside(ReserveMovement other) {
    return new ReserveMovement(
        opening.add(other.opening),
        receivables.add(other.receivables),
        rates.add(other.rates),
        used.add(other.used));
  }
}
