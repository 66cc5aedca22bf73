package io.duecast.insight;

import static io.duecast.check.Check.require;

import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Money that was given up, and for how long it had stood among the receivables. Set against the
 * receivables of all days it tells which share of a receivable of some age is lost in the end.
 *
 * @param givenUp what was written off
 * @param recovered of what had been: cash that came after all, and write-offs that were taken back
 * @param amountDays in each {@link AgingBucket}, in their order: what was given up, times the ends
 *     of days, from its issue on, at which it stood there
 */
public record Lost(BigDecimal givenUp, BigDecimal recovered, List<BigDecimal> amountDays) {
  public static final Lost NONE =
      new Lost(
          Turnover.ZERO,
          Turnover.ZERO,
          Collections.nCopies(AgingBucket.values().length, Turnover.ZERO));

  public Lost {
    givenUp = Turnover.exact(givenUp);
    recovered = Turnover.exact(recovered);
    amountDays = amountDays.stream().map(Turnover::exact).toList();
    require(amountDays.size() == AgingBucket.values().length, "%d buckets", amountDays.size());
  }

  /**
   * What one line of an account says.
   *
   * @param writtenOff by how much the line raised what is written off; negative if it lowered it
   * @param zone in which the company's days begin
   */
  static Lost of(ReceivableChanged line, BigDecimal writtenOff, ZoneId zone) {
    if (writtenOff.signum() < 0) {
      return new Lost(Turnover.ZERO, writtenOff.negate(), NONE.amountDays);
    }
    return writtenOff.signum() == 0
        ? NONE
        : new Lost(writtenOff, Turnover.ZERO, amountDays(line, writtenOff, zone));
  }

  private static List<BigDecimal> amountDays(
      ReceivableChanged line, BigDecimal amount, ZoneId zone) {
    Standing standing = line.before() == null ? line.after() : line.before();
    LocalDate end = LocalDate.ofInstant(line.recordedAt(), zone);
    List<BigDecimal> days = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      long ends = bucket.endsOfDays(standing.dueOn(), standing.issuedOn(), end);
      days.add(amount.multiply(BigDecimal.valueOf(ends)));
    }
    return days;
  }

  public Lost plus(Lost other) {
    if (other.equals(NONE)) {
      return this;
    }
    List<BigDecimal> sum = new ArrayList<>();
    for (int i = 0; i < amountDays.size(); i++) {
      sum.add(amountDays.get(i).add(other.amountDays.get(i)));
    }
    return new Lost(givenUp.add(other.givenUp), recovered.add(other.recovered), sum);
  }
}
