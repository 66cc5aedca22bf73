package io.duecast.insight;

import io.duecast.money.Money;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where the amount of one invoice is: open, or what became of it. Always billed = open + cash +
 * credited + granted + writtenOff + cancelled - unapplied.
 *
 * @param granted discounts and differences; and what was only said to be paid, which a standing
 *     does not tell from these
 */
record Position(
    BigDecimal open,
    BigDecimal billed,
    BigDecimal cash,
    BigDecimal credited,
    BigDecimal granted,
    BigDecimal writtenOff,
    BigDecimal cancelled,
    BigDecimal unapplied) {
  /** Of an invoice that is not known yet, or whose amount is not. */
  private static final Position NOTHING =
      new Position(
          Turnover.ZERO,
          Turnover.ZERO,
          Turnover.ZERO,
          Turnover.ZERO,
          Turnover.ZERO,
          Turnover.ZERO,
          Turnover.ZERO,
          Turnover.ZERO);

  static Position of(@Nullable Standing standing) {
    if (standing == null) {
      return NOTHING;
    }
    Money payable = standing.payable();
    Money balance = standing.balance();
    Money paid = standing.paid();
    Money credit = standing.credited();
    if (payable == null || balance == null || paid == null || credit == null) {
      return NOTHING;
    }
    BigDecimal billed = payable.amount();
    BigDecimal cash = paid.amount();
    BigDecimal credited = credit.amount();
    BigDecimal owed = balance.amount().max(Turnover.ZERO);
    BigDecimal over = balance.amount().negate().max(Turnover.ZERO);
    BigDecimal granted = billed.subtract(balance.amount()).subtract(cash).subtract(credited);
    BigDecimal none = Turnover.ZERO;
    return switch (standing.status()) {
      case AWAITED, UNKNOWN -> NOTHING;
      case OPEN -> new Position(owed, billed, cash, credited, granted, none, none, over);
      case SETTLED ->
          new Position(none, billed, cash, credited, granted.add(owed), none, none, over);
      case WRITTEN_OFF -> new Position(none, billed, cash, credited, granted, owed, none, over);
      case WITHDRAWN ->
          new Position(
              none,
              billed,
              cash,
              credited,
              granted,
              none,
              billed.subtract(credited).subtract(granted),
              cash);
    };
  }

  /**
   * From another position to this one.
   *
   * <p>What is granted comes with money or credit. What comes alone was said to be paid, and counts
   * as cash; and what goes as the money comes had been.
   */
  Turnover since(Position before) {
    BigDecimal cashMoved = cash.subtract(before.cash);
    BigDecimal creditMoved = credited.subtract(before.credited);
    BigDecimal grantedMoved = granted.subtract(before.granted);
    boolean isGranted = cashMoved.add(creditMoved).signum() * grantedMoved.signum() > 0;
    return new Turnover(
        billed.subtract(before.billed),
        isGranted ? cashMoved : cashMoved.add(grantedMoved),
        creditMoved,
        isGranted ? grantedMoved : Turnover.ZERO,
        writtenOff.subtract(before.writtenOff),
        cancelled.subtract(before.cancelled),
        unapplied.subtract(before.unapplied),
        Turnover.ZERO);
  }
}
