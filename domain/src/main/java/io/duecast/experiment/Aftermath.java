package io.duecast.experiment;

import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of an invoice after it came into an experiment. */
final class Aftermath {
  private final Assignment assignment;
  private final TreeMap<LocalDate, Money> cashByDay = new TreeMap<>();
  private @Nullable LocalDate paidOn;

  Aftermath(Assignment assignment) {
    this.assignment = assignment;
  }

  Assignment assignment() {
    return assignment;
  }

  /** Something became of the invoice; in the order of its account. */
  void after(ReceivableChanged changed) {
    if (changed.change() instanceof Change.Settled it) {
      paidOn = it.settlement().by() == SettledBy.CREDIT ? null : it.settlement().on();
    } else if (changed.after().status() != ReceivableStatus.SETTLED) {
      paidOn = null;
    }
    LocalDate on = cashOn(changed.change());
    if (on != null && !changed.recordedAt().isBefore(assignment.at())) {
      note(changed, on);
    }
  }

  private void note(ReceivableChanged changed, LocalDate on) {
    Money was = changed.before() == null ? null : changed.before().balance();
    Money is = changed.after().balance();
    if (was != null && is != null && is.currency().equals(assignment.balance().currency())) {
      cashByDay.merge(on, was.minus(is), Money::plus);
    }
  }

  /** The value date of money that came or went; null if it is about something else. */
  private static @Nullable LocalDate cashOn(Change change) {
    return switch (change) {
      case Change.PartlyPaid it -> it.on();
      case Change.TakenBack it -> it.on();
      case Change.Recovered it -> it.on();
      case Change.Reopened it -> it.on();
      case Change.Settled it ->
          it.settlement().by() == SettledBy.CREDIT ? null : it.settlement().on();
      case Change.Opened it -> null;
      case Change.Amended it -> null;
      case Change.Disputed it -> null;
      case Change.DisputeEnded it -> null;
      case Change.Promised it -> null;
      case Change.PromiseKept it -> null;
      case Change.PromiseBroken it -> null;
      case Change.HoldPlaced it -> null;
      case Change.HoldReleased it -> null;
      case Change.Credited it -> null;
      case Change.WrittenOff it -> null;
      case Change.Withdrawn it -> null;
    };
  }

  /** Whether it was paid in full by its deadline. */
  boolean isPaidBy(LocalDate deadline) {
    return paidOn != null && !paidOn.isAfter(deadline);
  }

  /** Days until it was paid in full, 0 to {@code horizonDays}. */
  double daysToPay(int horizonDays) {
    return paidOn == null ? horizonDays : offset(paidOn, horizonDays);
  }

  /** The part of the balance that came in cash within so many days, 0..1. */
  double collected(int horizonDays) {
    LocalDate last = assignment.on().plusDays(horizonDays);
    if (isPaidBy(last)) {
      return 1;
    }
    Money zero = Money.zero(assignment.balance().currency());
    return part(cashByDay.headMap(last, true).values().stream().reduce(zero, Money::plus));
  }

  /** For how many days a unit of the balance stayed out, 0 to {@code horizonDays}. */
  double daysOut(int horizonDays) {
    double open = 0;
    double from = 0;
    Money cash = Money.zero(assignment.balance().currency());
    for (LocalDate day : cashByDay.keySet()) {
      boolean isOver = paidOn != null && !day.isBefore(paidOn);
      if (!isOver) {
        double until = offset(day, horizonDays);
        open += (until - from) * (1 - part(cash));
        from = until;
        cash = cash.plus(cashByDay.get(day));
      }
    }
    return open + Math.max(0, daysToPay(horizonDays) - from) * (1 - part(cash));
  }

  private double part(Money cash) {
    double share = cash.toDouble() / assignment.balance().toDouble();
    return Math.min(1, Math.max(0, share));
  }

  private double offset(LocalDate day, int horizonDays) {
    long days = ChronoUnit.DAYS.between(assignment.on(), day);
    return Math.min(horizonDays, Math.max(0, days));
  }
}
