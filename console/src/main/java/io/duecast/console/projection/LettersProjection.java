package io.duecast.console.projection;

import io.duecast.wire.DeadLetter;
import java.nio.charset.StandardCharsets;

/** What was refused. A record that is refused by several flows is one letter: the last one's. */
final class LettersProjection implements Projection {
  private static final String LETTER =
      Statement.put(
          "dead_letters",
          3,
          "source_topic",
          "source_partition",
          "source_offset",
          "key",
          "reason",
          "detail",
          "value_bytes",
          "sent_at",
          "failed_at");

  @Override
  public void project(Object value, Place place, Rows rows) {
    DeadLetter it = (DeadLetter) value;
    rows.add(
        LETTER,
        it.sourceTopic(),
        it.partition(),
        it.offset(),
        it.key() == null ? null : new String(it.key().get(), StandardCharsets.UTF_8),
        it.reason(),
        it.detail(),
        it.value() == null ? 0 : it.value().get().length,
        it.timestamp(),
        it.failedAt());
  }
}
