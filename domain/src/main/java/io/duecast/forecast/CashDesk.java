package io.duecast.forecast;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.insight.Turnover;
import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows what customers owe and how it was assessed, and says as each week begins what cash is to
 * come of it. Money counts in the week in which it is learned of.
 */
public final class CashDesk {
  private final CashFiles files;
  private final ZoneId zone;
  private final int graceDays;

  /**
   * A desk with these files.
   *
   * @param zone in which the company's days begin
   * @param graceDays as in the assessments
   */
  public CashDesk(CashFiles files, ZoneId zone, int graceDays) {
    this.files = files;
    this.zone = zone;
    this.graceDays = graceDays;
  }

  /** An invoice was assessed; what is said silently, or only asked, counts for nothing. */
  public void after(RiskAssessed risk) {
    if (risk.role() == ScorerRole.SHADOW || risk.trigger() == AssessmentTrigger.WHAT_IF) {
      return;
    }
    CashItem known = files.item(risk.customer(), risk.invoice());
    files.put(
        risk.customer(),
        new CashItem(
            risk.invoice(),
            known == null ? heardOn(risk.recordedAt()) : known.knownOn(),
            known == null ? null : known.closedOn(),
            known == null ? null : known.balance(),
            known == null ? null : known.dueOn(),
            known == null ? null : known.promisedOn(),
            risk.byBucket(),
            risk.expectedPayment()));
  }

  /** Something became of an invoice. */
  public void after(ReceivableChanged line) {
    CashItem known = files.item(line.customer(), line.invoice());
    boolean isForetold = known != null && !isNew(known) && known.outlook(graceDays) != null;
    CashItem foretold = isForetold ? known : null;
    if (foretold != null) {
      paid(line, foretold);
    }
    learned(line, foretold);
    boolean isUnderWay = known != null && known.balance() != null;
    if (line.after().isOpen() || isUnderWay) {
      files.put(line.customer(), item(line, known));
    } else {
      files.forget(line.customer(), line.invoice());
    }
  }

  private CashItem item(ReceivableChanged line, @Nullable CashItem known) {
    Standing now = line.after();
    LocalDate today = heardOn(line.recordedAt());
    LocalDate closedOn = now.isOpen() ? null : today;
    return new CashItem(
        line.invoice(),
        known == null || isNew(known) ? today : known.knownOn(),
        closedOn == null || known == null || known.closedOn() == null ? closedOn : known.closedOn(),
        now.balance(),
        now.dueOn(),
        now.promisedOn(),
        known == null ? null : known.byBucket(),
        known == null ? null : known.expected());
  }

  /** Whether no forecast speaks of it: it is not heard of yet, or was closed as the week began. */
  private boolean isNew(CashItem known) {
    LocalDate monday = files.tally().monday();
    LocalDate closedOn = known.closedOn();
    return known.balance() == null
        || (closedOn != null && (monday == null || closedOn.isBefore(monday)));
  }

  /** Money that came, or was taken back, counts for the forecasts that knew the invoice. */
  private void paid(ReceivableChanged line, CashItem known) {
    Money payable = line.after().payable();
    CashTally tally = files.tally();
    LocalDate monday = tally.monday();
    if (payable == null || monday == null || !known.isKnownBefore(monday)) {
      return;
    }
    Money came = new Money(Turnover.of(line).cash(), payable.currency());
    if (!came.equals(Money.zero(came.currency()))) {
      files.put(tally.with(tally.week(came.currency()).paid(came, known.knownOn(), monday)));
      files.put(line.customer(), files.customer(line.customer()).paid(came));
    }
  }

  private void learned(ReceivableChanged line, @Nullable CashItem foretold) {
    switch (line.change()) {
      case Change.PromiseKept it -> promised(line.customer(), true);
      case Change.PromiseBroken it -> promised(line.customer(), false);
      case Change.Settled it -> {
        settled(line.customer(), it.settlement(), 1);
        if (foretold != null && it.settlement().by() != SettledBy.CREDIT) {
          settled(foretold, it.settlement().on());
        }
      }
      case Change.Reopened it -> {
        if (it.undone() != null) {
          settled(line.customer(), it.undone(), -1);
        }
      }
      default -> {} // nothing is learned of when money comes
    }
  }

  private void promised(CustomerId customer, boolean isKept) {
    files.put(customer, files.customer(customer).promised(isKept));
    CashTally tally = files.tally();
    files.put(
        tally.with(
            new CashLessons(
                IntervalPast.NONE, OldDebtPace.UNKNOWN, new PromiseTally(isKept ? 1 : 0, 1))));
  }

  private void settled(CustomerId customer, Settlement settlement, int count) {
    if (settlement.by() != SettledBy.CREDIT) {
      int days = settlement.daysPastDue();
      files.put(customer, files.customer(customer).settled(days, count));
      files.put(files.tally().settled(days, count));
    }
  }

  /** What an invoice that was open as the week began teaches by being paid. */
  private void settled(CashItem known, LocalDate paidOn) {
    CashTally tally = files.tally();
    LocalDate monday = tally.monday();
    Outlook outlook = known.outlook(graceDays);
    if (monday == null || !known.isKnownBefore(monday)) {
      return;
    }
    IntervalPast intervals =
        outlook == null ? IntervalPast.NONE : IntervalPast.NONE.after(outlook, paidOn);
    OldDebtPace old =
        known.isOldOn(monday, graceDays) ? OldDebtPace.UNKNOWN.after(true) : OldDebtPace.UNKNOWN;
    files.put(tally.with(new CashLessons(intervals, old, PromiseTally.NONE)));
  }

  /**
   * A day has begun.
   *
   * @return by Monday, for each currency, if a week has begun; one that began on a day which nobody
   *     opened is told of too, as far as a year back
   */
  public SortedMap<LocalDate, List<CashPart>> after(DayOpened day) {
    return new WeekBeginning(files, graceDays).on(day.date());
  }

  /** The day; for history that is told late, the first of the week that runs. */
  private LocalDate heardOn(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    LocalDate monday = files.tally().monday();
    return monday != null && monday.isAfter(day) ? monday : day;
  }
}
