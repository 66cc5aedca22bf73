package io.duecast.insight;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One group of receivables at the end of a day, and what moved on that day. What is learned later
 * counts on the day on which it is learned: no day is ever revised.
 *
 * @param open in each {@link AgingBucket}, in their order
 * @param recordedAt when the next day began
 */
public record PortfolioDay(
    LocalDate day,
    Group group,
    List<AgingTotal> open,
    Turnover turnover,
    Conduct conduct,
    Lost lost,
    Instant recordedAt,
    boolean replayed) {
  public PortfolioDay {
    open = List.copyOf(open);
    require(
        open.size() == AgingBucket.values().length,
        "%s of %s: %d buckets",
        group,
        day,
        open.size());
  }

  /** The same group on another day, with nothing open and nothing moved. */
  PortfolioDay empty(LocalDate on) {
    return new PortfolioDay(
        on,
        group,
        OpenTotals.NONE.aged(on),
        Turnover.NONE,
        Conduct.NONE,
        Lost.NONE,
        recordedAt,
        replayed);
  }

  /** The same for every copy of it. */
  public String dayId() {
    return "%s:%s:%s:%s".formatted(group.currency(), group.entity(), group.segment(), day);
  }

  /** What is open, overdue or not. */
  public BigDecimal receivables() {
    return open.stream().map(AgingTotal::amount).reduce(Turnover.ZERO, BigDecimal::add);
  }

  /** What is open in one bucket. */
  public BigDecimal open(AgingBucket bucket) {
    return open.get(bucket.place()).amount();
  }

  /** What is open and overdue. */
  public BigDecimal overdue() {
    return receivables().subtract(open(AgingBucket.CURRENT));
  }

  /** Open invoices whose amount is known. */
  public int invoices() {
    return open.stream().mapToInt(AgingTotal::invoices).sum();
  }

  /** The same under the name of a larger group. */
  PortfolioDay as(Group larger) {
    return new PortfolioDay(day, larger, open, turnover, conduct, lost, recordedAt, replayed);
  }

  /** Of the same day, together: of two parts of a group, or of several groups of one currency. */
  public PortfolioDay plus(PortfolioDay other, Group as) {
    require(day.equals(other.day), "%s is not added to %s", other.day, day);
    require(
        group.currency().equals(other.group.currency()),
        "%s is not added to %s",
        other.group,
        group);
    List<AgingTotal> sum = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      sum.add(open.get(i).plus(other.open.get(i)));
    }
    return new PortfolioDay(
        day,
        as,
        sum,
        turnover.plus(other.turnover),
        conduct.plus(other.conduct),
        lost.plus(other.lost),
        recordedAt,
        replayed && other.replayed);
  }
}
