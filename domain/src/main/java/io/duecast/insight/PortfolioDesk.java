package io.duecast.insight;

import io.duecast.calendar.DayOpened;
import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the accounts line by line and keeps what each group owes; when a day has begun, tells of
 * the day before. A customer that changes its segment takes with it what it owes.
 */
public final class PortfolioDesk {
  private final PortfolioBooks books;
  private final LabelPolicy policy;
  private final ZoneId zone;

  /**
   * A desk with these books.
   *
   * @param zone in which the company's days begin
   */
  public PortfolioDesk(PortfolioBooks books, LabelPolicy policy, ZoneId zone) {
    this.books = books;
    this.policy = policy;
    this.zone = zone;
  }

  /** Takes in one line. */
  public void after(ReceivableChanged line) {
    CustomerPosition customer = books.position(line.customer());
    String currency = currency(line);
    if (currency == null) {
      return;
    }
    Group group = customer.group(currency, Objects.requireNonNullElse(line.sellerEntity(), ""));
    Turnover moved = Turnover.of(line);
    OpenTotals closed = open(line.before());
    OpenTotals opened = open(line.after());
    Conduct shown = ConductOfLine.of(line, moved.cash(), policy);
    Lost gone = Lost.of(line, moved.writtenOff(), zone);
    books.put(group, books.position(group).plus(opened, closed, moved, shown, gone));
    if (!opened.equals(closed)) {
      OpenTotals owed = customer.open(group).minus(closed).plus(opened);
      books.put(line.customer(), customer.with(group, owed));
    }
  }

  /** Something about a customer is known now: perhaps its segment is another. */
  public void after(CustomerUpdated update) {
    CustomerPosition known = books.position(update.customer());
    CustomerPosition now = known.after(update.profile());
    books.put(update.customer(), now);
    if (!Objects.equals(known.segment(), now.segment())) {
      for (EntityTotals owed : known.entities()) {
        BigDecimal amount = owed.open().amount();
        move(
            known.group(owed.currency(), owed.entity()),
            OpenTotals.NONE,
            owed.open(),
            amount.negate());
        move(now.group(owed.currency(), owed.entity()), owed.open(), OpenTotals.NONE, amount);
      }
    }
  }

  /**
   * A day has begun: what is told of each group is the day before.
   *
   * @param at when it began
   */
  public List<PortfolioDay> after(DayOpened day, Instant at) {
    List<PortfolioDay> told = new ArrayList<>();
    for (Group group : books.groups()) {
      GroupPosition position = books.position(group);
      told.add(
          new PortfolioDay(
              day.date().minusDays(1),
              group,
              position.open().aged(day.date().minusDays(1)),
              position.turnover(),
              position.conduct(),
              position.lost(),
              at,
              day.replayed()));
      books.put(group, position.nextDay());
    }
    return told;
  }

  private void move(Group group, OpenTotals opened, OpenTotals closed, BigDecimal amount) {
    GroupPosition known = books.position(group);
    books.put(
        group, known.plus(opened, closed, Turnover.regrouped(amount), Conduct.NONE, Lost.NONE));
  }

  private static @Nullable String currency(ReceivableChanged line) {
    Money payable = line.after().payable();
    return payable == null ? null : payable.currency().getCurrencyCode();
  }

  private static OpenTotals open(@Nullable Standing standing) {
    if (standing == null || !standing.isOpen() || standing.payable() == null) {
      return OpenTotals.NONE;
    }
    return OpenTotals.NONE.plus(standing.dueOn(), 1, Position.of(standing).open());
  }
}
