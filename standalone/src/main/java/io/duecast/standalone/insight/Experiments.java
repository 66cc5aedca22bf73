package io.duecast.standalone.insight;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.Reminder;
import io.duecast.experiment.ExperimentReport;
import io.duecast.experiment.ReminderAssignments;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.streams.Flows;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads who was to be treated, and what became of the invoices, from their topics. */
final class Experiments {
  private final Connection connection;

  private Experiments(Connection connection) {
    this.connection = connection;
  }

  /** What is still to be processed is waited for. */
  static Experiments of(Connection connection) throws InterruptedException {
    if (connection.origin() == Connection.Origin.OWN) {
      new Processing(connection, Flows.LEDGER).await(left -> {});
      new Processing(connection, Flows.DUNNING).await(left -> {});
    }
    return new Experiments(connection);
  }

  /** The latest day that has ended: the one before the latest that has begun. */
  Optional<LocalDate> lastDay() {
    LastDay last = new LastDay();
    each(Topics.RECEIVABLES, last::hear);
    return last.begun.map(it -> it.minusDays(1));
  }

  private static final class LastDay {
    Optional<LocalDate> begun = Optional.empty();

    void hear(Record line) {
      if (line instanceof DayOpened day && begun.stream().allMatch(day.date()::isAfter)) {
        begun = Optional.of(day.date());
      }
    }
  }

  /** Tells a report all that it is about. */
  void tell(ExperimentReport report) {
    ReminderAssignments reminders = new ReminderAssignments(report.until());
    Consumer<Reminder> assign = it -> reminders.after(it).forEach(report::after);
    each(Topics.REMINDERS, assign);
    each(
        Topics.RECEIVABLES,
        line -> {
          if (line instanceof ReceivableChanged changed) {
            report.after(changed);
          }
        });
  }

  private <V> void each(Topic<V> topic, Consumer<V> taker) {
    try (TopicRecords<V> all = new TopicRecords<>(connection, topic).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<V> it) {
              taker.accept(it.value());
            }
            return true;
          });
    }
  }
}
