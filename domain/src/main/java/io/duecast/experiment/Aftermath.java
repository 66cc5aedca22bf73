package io.duecast.experiment;

import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Standing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of an invoice after it came into an experiment. */
final class Aftermath {
  private final Assignment assignment;
  private final TreeMap<LocalDate, Money> cashByDay = new TreeMap<>();
  private Money credit;
  private @Nullable LocalDate paidOn;

  Aftermath(Assignment assignment) {
    this.assignment = assignment;
    this.credit = Money.zero(assignment.balance().currency());
  }

  Assignment assignment() {
    return assignment;
  }

  /** Something became of the invoice; in the order of its account. */
  void after(ReceivableChanged changed) {
    if (!changed.recordedAt().isBefore(assignment.at())) {
      credit = credit.plus(moved(changed, Standing::credited));
      LocalDate on = cashOn(changed.change());
      if (on != null) {
        cashByDay.merge(on, moved(changed, Standing::paid), Money::plus);
      }
    }
    if (changed.change() instanceof Change.Settled it) {
      paidOn = isMostlyCash(it, changed.after()) ? it.settlement().on() : null;
    } else if (changed.after().status() != ReceivableStatus.SETTLED) {
      paidOn = null;
    }
  }

  /**
   * Of what came since it was assigned; what came before is no answer to that. What no posting
   * accounts for came in cash: some books say no more of an invoice than that it is settled.
   */
  private boolean isMostlyCash(Change.Settled settled, Standing end) {
    Money zero = Money.zero(credit.currency());
    Money cash = cashByDay.values().stream().reduce(zero, Money::plus);
    if (settled.settlement().by() == SettledBy.CASH) {
      cash = cash.plus(unposted(end));
    }
    return cash.isPositive() && cash.compareTo(credit) >= 0;
  }

  private Money unposted(Standing end) {
    Money zero = Money.zero(credit.currency());
    Money payable = end.payable();
    Money paid = end.paid();
    Money credited = end.credited();
    return payable == null
            || paid == null
            || credited == null
            || !payable.currency().equals(credit.currency())
        ? zero
        : zero.max(payable.minus(paid).minus(credited));
  }

  /** By how much a part of its standing grew. */
  private Money moved(ReceivableChanged changed, Function<Standing, @Nullable Money> part) {
    Money was = changed.before() == null ? null : part.apply(changed.before());
    Money is = part.apply(changed.after());
    return was != null && is != null && is.currency().equals(credit.currency())
        ? is.minus(was)
        : Money.zero(credit.currency());
  }

  /** The value date of money that came or went; null if it is about something else. */
  private static @Nullable LocalDate cashOn(Change change) {
    return switch (change) {
      case Change.PartlyPaid it -> it.on();
      case Change.TakenBack it -> it.on();
      case Change.Recovered it -> it.on();
      case Change.Reopened it -> it.on();
      case Change.Settled it -> it.settlement().on();
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
