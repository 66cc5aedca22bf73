package io.duecast.console.projection;

import io.duecast.dunning.ReminderStatus;
import io.duecast.dunning.ReminderStop;

/** What became of reminders, and who was not to be reminded. */
final class ReminderStatusProjection implements Projection {
  private static final String DELIVERY =
      Statement.append(
          "reminder_deliveries",
          "partition",
          "\"offset\"",
          "customer",
          "reminder_id",
          "delivery",
          "channel",
          "occurred_at");
  private static final String STOP =
      Statement.append(
          "reminder_stops",
          "partition",
          "\"offset\"",
          "customer",
          "invoice",
          "until",
          "lifted",
          "occurred_at");

  @Override
  public void project(Object value, Place place, Rows rows) {
    switch (value) {
      case ReminderStatus it ->
          rows.add(
              DELIVERY,
              place.partition(),
              place.offset(),
              it.customer().value(),
              it.reminderId(),
              it.delivery(),
              it.channel(),
              it.envelope().occurredAt());
      case ReminderStop it ->
          rows.add(
              STOP,
              place.partition(),
              place.offset(),
              it.customer().value(),
              it.invoice() == null ? null : it.invoice().value(),
              it.until(),
              it.lifted(),
              it.envelope().occurredAt());
      default -> throw new IllegalStateException("reminder-status: " + value.getClass());
    }
  }
}
