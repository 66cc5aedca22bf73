package io.duecast.simulator;

import io.duecast.dunning.Arm;
import io.duecast.dunning.Channel;
import io.duecast.dunning.ContactCap;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.DunningDesk;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.DunningStep;
import io.duecast.dunning.Holdout;
import io.duecast.dunning.InMemoryDunningFiles;
import io.duecast.dunning.Ladder;
import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderStatus;
import io.duecast.dunning.SendTimes;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.experiment.Experiment;
import io.duecast.experiment.ExperimentReport;
import io.duecast.experiment.ReminderAssignments;
import io.duecast.experiment.Window;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.simulator.Arrival.Order;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** An economy whose customers are reminded, by the rules alone, without Kafka. */
final class RemindedEconomy {
  /** Who is left without. */
  enum Sending {
    /** Those who were drawn. */
    AS_DRAWN,
    /** Nobody: those who were drawn are reminded too. */
    TO_ALL,
    /** Everybody. */
    TO_NOBODY
  }

  private final Economy economy;
  private final Sending sending;
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final DunningDesk desk;
  private final ExperimentReport report;
  private final ReminderAssignments assignments;

  private RemindedEconomy(
      EconomySettings settings, DunningPolicy policy, Sending sending, Window window) {
    this.economy = Economy.of(settings, Order.AS_RECORDED);
    this.sending = sending;
    this.desk =
        new DunningDesk(new InMemoryDunningFiles(), Policies.always(policy), ZoneOffset.UTC);
    this.report = new ExperimentReport(settings.lastDay(), ZoneOffset.UTC, window);
    this.assignments = new ReminderAssignments(report.until());
  }

  /** Two days before an invoice is due, five days after it, and two weeks after it. */
  static DunningPolicy policy(double heldOut, long seed) {
    List<DunningStep> steps =
        List.of(
            new DunningStep("soon", -2, List.of(Channel.EMAIL), "soon"),
            new DunningStep("first", 5, List.of(Channel.EMAIL), "first"),
            new DunningStep("second", 14, List.of(Channel.EMAIL), "second"));
    return new DunningPolicy(
        "ladder",
        1,
        List.of(new Ladder("all", List.of(), List.of(), steps)),
        SendTimes.OFFICE_HOURS,
        List.of(),
        new ContactCap(16, 7),
        7,
        new Holdout(heldOut, Long.toString(seed)));
  }

  /** Lives to its end, and is looked at as of its last day. */
  static List<Experiment> measured(
      EconomySettings settings, DunningPolicy policy, Sending sending, Window window) {
    RemindedEconomy lived = new RemindedEconomy(settings, policy, sending, window);
    lived.live();
    return lived.report.experiments();
  }

  private void live() {
    while (economy.hasNextDay()) {
      for (Arrival arrival : economy.nextDay()) {
        switch (arrival) {
          case Arrival.OfFact it -> {
            if (it.event() instanceof CustomerUpdated update) {
              say(desk.after(update));
            } else {
              ledger.after(it.event()).entries().forEach(this::hear);
            }
          }
          case Arrival.OfDay it -> {
            ledger.after(it.event(), it.arrivesAt()).entries().forEach(this::hear);
            say(desk.after(it.event(), it.arrivesAt()));
          }
          case Arrival.OfIndicator it -> {}
        }
      }
    }
  }

  private void hear(AccountEntry entry) {
    if (entry instanceof ReceivableChanged line) {
      report.after(line);
      say(desk.after(line));
    }
  }

  /** What is told goes into the report; what may go out does so at once. */
  private void say(List<Reminder> reminders) {
    for (Reminder each : reminders) {
      assignments.after(each).forEach(report::after);
      boolean isOut = sending == Sending.TO_ALL && each.arm() == Arm.HOLDOUT;
      if (each.isSendable() || isOut) {
        send(each);
      }
    }
  }

  private void send(Reminder reminder) {
    if (sending != Sending.TO_NOBODY) {
      for (ReminderLine line : reminder.lines()) {
        economy.reminded(line.invoice(), economy.nextDate());
      }
    }
    if (reminder.isSendable()) {
      Instant at = reminder.sendFrom();
      EventId id = new EventId("sent-" + reminder.reminderId());
      Envelope envelope = new Envelope(id, at, at, at, "test", null, false);
      desk.after(
          new ReminderStatus(
              envelope,
              reminder.customer(),
              reminder.reminderId(),
              Delivery.SENT,
              reminder.channel()));
    }
  }
}
