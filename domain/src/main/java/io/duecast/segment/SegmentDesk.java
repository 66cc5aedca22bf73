package io.duecast.segment;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells in which risk segment each customer is, which of them depart from what is usual, and what
 * came due in each segment. Segments change as a day begins; a departure is told at once. What it
 * tells depends on the order of the accounts alone, and not on when the risks come.
 */
public final class SegmentDesk {
  private final SegmentFiles files;
  private final AccountsInOrder accounts;
  private final LineReading lines;
  private final CustomerLook look;

  /**
   * A desk with these files.
   *
   * @param zone in which the company's days begin
   */
  public SegmentDesk(
      SegmentFiles files, WaitingRoom room, SegmentRules rules, LabelPolicy policy, ZoneId zone) {
    this.files = files;
    this.accounts = new AccountsInOrder(room);
    this.lines = new LineReading(files, rules, policy, zone);
    this.look = new CustomerLook(files, rules, policy);
  }

  /** Something became of an invoice. */
  public List<SegmentFinding> after(ReceivableChanged changed) {
    return read(accounts.after(changed));
  }

  /** An invoice was assessed. */
  public List<SegmentFinding> after(RiskAssessed risk) {
    return read(accounts.after(risk));
  }

  /**
   * A day has begun.
   *
   * @param at when
   */
  public List<SegmentFinding> after(DayOpened day, Instant at) {
    return read(accounts.after(day, at));
  }

  private List<SegmentFinding> read(List<AccountsInOrder.Turn> turns) {
    List<SegmentFinding> found = new ArrayList<>();
    for (AccountsInOrder.Turn turn : turns) {
      WaitingLine line = turn.line();
      if (line.changed() != null) {
        lines.read(line.changed(), turn.risk(), found);
      } else if (line.day() != null) {
        begin(line.day(), line.at(), found);
      }
    }
    return found;
  }

  private void begin(DayOpened day, Instant at, List<SegmentFinding> found) {
    LocalDate monday = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    SegmentWeek week = files.week(day.replayed());
    if (week == null || monday.isAfter(week.week())) {
      if (week != null) {
        found.add(week.endedAt(at));
      }
      files.put(new SegmentWeek(monday, List.of(), at, day.replayed()));
    }
    for (CustomerId customer : files.dueBy(day.date())) {
      look.at(files.customer(customer), day, at, found);
    }
  }
}
