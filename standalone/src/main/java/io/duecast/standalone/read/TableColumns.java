package io.duecast.standalone.read;

import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;

/** The columns of a table where none are named: those that a person looks for, on one line. */
final class TableColumns {
  private static final int MOST = 9;

  private TableColumns() {}

  static List<String> of(Topic<?> topic, List<String> all) {
    List<String> usual = usual(topic);
    if (!usual.isEmpty()) {
      return usual.stream().filter(all::contains).toList();
    }
    List<String> brief =
        all.stream()
            .filter(it -> !it.startsWith("envelope.") || it.equals("envelope.recorded_at"))
            .toList();
    return brief.subList(0, Math.min(MOST, brief.size()));
  }

  private static List<String> usual(Topic<?> topic) {
    if (topic.equals(Topics.INVOICE_RISK)) {
      return List.of(
          "invoice", "customer", "issued_on", "due_on", "probability_late", "band", "model_id");
    }
    if (topic.equals(Topics.RECEIVABLES)) {
      return List.of("recorded_at", "customer", "invoice", "change.type", "cause");
    }
    if (topic.equals(Topics.HIGH_RISK_INVOICES)) {
      return List.of(
          "invoice", "customer", "due_on", "probability_late", "suggested_action", "suggested_on");
    }
    if (topic.equals(Topics.LABELLED_INVOICES)) {
      return List.of(
          "invoice", "customer", "issued_on", "due_on", "reason", "days_past_due", "revision");
    }
    if (topic.equals(Topics.REMINDERS)) {
      return List.of("reminder_id", "revision", "state", "reason", "step", "on", "arm", "replayed");
    }
    if (topic.equals(Topics.DEAD_LETTERS)) {
      return List.of("source_topic", "partition", "offset", "reason", "detail");
    }
    return List.of();
  }
}
