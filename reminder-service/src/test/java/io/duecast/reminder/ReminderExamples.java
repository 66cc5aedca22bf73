package io.duecast.reminder;

import io.duecast.Examples;
import io.duecast.customer.CustomerId;
import io.duecast.dunning.Arm;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderState;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.RiskBand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reminders to build tests from. */
final class ReminderExamples {
  static final Instant FROM = Instant.parse("2026-03-13T09:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-03-13T17:00:00Z");
  static final Instant NOON = Instant.parse("2026-03-13T12:00:00Z");

  private ReminderExamples() {}

  static Reminder reminder(Channel channel, @Nullable String language) {
    return reminder(1, ReminderState.REQUESTED, channel, language, Arm.TREATED, false);
  }

  static Reminder reminder(
      int revision,
      ReminderState state,
      Channel channel,
      @Nullable String language,
      Arm arm,
      boolean replayed) {
    return new Reminder(
        "acme:standard:first:2026-03-13",
        revision,
        state,
        null,
        Examples.ACME,
        "standard",
        1,
        "first",
        channel,
        "first",
        language,
        "key",
        List.of(line("I-7", "1234.50", "2026-03-10"), line("I-8", "65.50", "2026-03-13")),
        LocalDate.of(2026, 3, 13),
        FROM,
        UNTIL,
        arm,
        0.95,
        FROM,
        replayed);
  }

  /** The same under another id. */
  static Reminder named(String id, Reminder it) {
    return new Reminder(
        id,
        it.revision(),
        it.state(),
        it.reason(),
        it.customer(),
        it.policy(),
        it.policyVersion(),
        it.step(),
        it.channel(),
        it.template(),
        it.language(),
        it.segment(),
        it.lines(),
        it.on(),
        it.sendFrom(),
        it.sendUntil(),
        it.arm(),
        it.propensity(),
        it.recordedAt(),
        it.replayed());
  }

  /** The same in a window around a moment. */
  static Reminder dueAt(Instant now, Reminder it) {
    return new Reminder(
        it.reminderId(),
        it.revision(),
        it.state(),
        it.reason(),
        it.customer(),
        it.policy(),
        it.policyVersion(),
        it.step(),
        it.channel(),
        it.template(),
        it.language(),
        it.segment(),
        it.lines(),
        it.on(),
        now.minusSeconds(3600),
        now.plusSeconds(3600),
        it.arm(),
        it.propensity(),
        it.recordedAt(),
        it.replayed());
  }

  /** The same to another customer. */
  static Reminder to(String customer, Reminder it) {
    return new Reminder(
        customer + ":standard:first:2026-03-13",
        it.revision(),
        it.state(),
        it.reason(),
        new CustomerId(customer),
        it.policy(),
        it.policyVersion(),
        it.step(),
        it.channel(),
        it.template(),
        it.language(),
        it.segment(),
        it.lines(),
        it.on(),
        it.sendFrom(),
        it.sendUntil(),
        it.arm(),
        it.propensity(),
        it.recordedAt(),
        it.replayed());
  }

  private static ReminderLine line(String invoice, String euros, String dueOn) {
    return new ReminderLine(
        new InvoiceId(invoice),
        Money.of(euros, "EUR"),
        LocalDate.of(2026, 2, 10),
        LocalDate.parse(dueOn),
        RiskBand.HIGH,
        "first",
        List.of());
  }
}
