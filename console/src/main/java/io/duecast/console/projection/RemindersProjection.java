package io.duecast.console.projection;

import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;

/** Reminders as they were told last, and the invoices in every revision. */
final class RemindersProjection implements Projection {
  private static final String LATEST =
      Statement.putIf(
          "reminders",
          1,
          "reminders.revision < excluded.revision",
          "reminder_id",
          "revision",
          "customer",
          "state",
          "reason",
          "policy",
          "policy_version",
          "step",
          "channel",
          "arm",
          "propensity",
          "on_day",
          "send_from",
          "send_until",
          "recorded_at",
          "replayed");
  private static final String LINE =
      Statement.append(
          "reminder_lines",
          "reminder_id",
          "revision",
          "customer",
          "invoice",
          "balance",
          "currency",
          "due_on",
          "step");

  @Override
  public void project(Object value, Place place, Rows rows) {
    Reminder it = (Reminder) value;
    rows.add(
        LATEST,
        it.reminderId(),
        it.revision(),
        it.customer().value(),
        it.state(),
        it.reason(),
        it.policy(),
        it.policyVersion(),
        it.step(),
        it.channel(),
        it.arm(),
        it.propensity(),
        it.on(),
        it.sendFrom(),
        it.sendUntil(),
        it.recordedAt(),
        it.replayed());
    for (ReminderLine line : it.lines()) {
      rows.add(
          LINE,
          it.reminderId(),
          it.revision(),
          it.customer().value(),
          line.invoice().value(),
          line.balance().amount(),
          line.balance().currency().getCurrencyCode(),
          line.dueOn(),
          line.step());
    }
  }
}
