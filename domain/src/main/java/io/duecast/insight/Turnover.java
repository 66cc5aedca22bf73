package io.duecast.insight;

import io.duecast.money.Money;
import io.duecast.receivable.ReceivableChanged;
import java.math.BigDecimal;

/**
 * What moved the open receivables of a group: opening + {@link #net} = closing, to the cent.
 *
 * @param billed invoices at their amounts, amendments included
 * @param cash that came, less what was taken back
 * @param credited by credit notes
 * @param allowed discounts and differences that were granted
 * @param writtenOff given up; what came back later is taken off again
 * @param cancelled invoices that are as if they had never been owed
 * @param unapplied cash beyond what was owed
 * @param regrouped came from other groups, as their customers changed the segment
 */
public record Turnover(
    BigDecimal billed,
    BigDecimal cash,
    BigDecimal credited,
    BigDecimal allowed,
    BigDecimal writtenOff,
    BigDecimal cancelled,
    BigDecimal unapplied,
    BigDecimal regrouped) {
  /** With the decimals of every amount here, so that equal amounts are equal. */
  static final BigDecimal ZERO = BigDecimal.ZERO.setScale(Money.SCALE);

  public static final Turnover NONE = new Turnover(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO);

  public Turnover {
    billed = exact(billed);
    cash = exact(cash);
    credited = exact(credited);
    allowed = exact(allowed);
    writtenOff = exact(writtenOff);
    cancelled = exact(cancelled);
    unapplied = exact(unapplied);
    regrouped = exact(regrouped);
  }

  /** The same amount with the decimals of every amount here. */
  static BigDecimal exact(BigDecimal amount) {
    return amount.setScale(Money.SCALE);
  }

  /** What one line of an account moved. */
  public static Turnover of(ReceivableChanged line) {
    return Position.of(line.after()).since(Position.of(line.before()));
  }

  /** What was sold on credit: billed, less what was cancelled or credited. */
  public BigDecimal creditSales() {
    return billed.subtract(cancelled).subtract(credited);
  }

  /** By how much the open receivables grew. */
  public BigDecimal net() {
    return billed
        .subtract(cash)
        .subtract(credited)
        .subtract(allowed)
        .subtract(writtenOff)
        .subtract(cancelled)
        .add(unapplied)
        .add(regrouped);
  }

  Turnover plus(Turnover other) {
    return new Turnover(
        billed.add(other.billed),
        cash.add(other.cash),
        credited.add(other.credited),
        allowed.add(other.allowed),
        writtenOff.add(other.writtenOff),
        cancelled.add(other.cancelled),
        unapplied.add(other.unapplied),
        regrouped.add(other.regrouped));
  }

  static Turnover regrouped(BigDecimal amount) {
    return new Turnover(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, amount);
  }
}
