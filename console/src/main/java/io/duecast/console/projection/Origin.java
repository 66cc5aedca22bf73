package io.duecast.console.projection;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record came from.
 *
 * @param topic as the brokers call it
 * @param sentAt its timestamp
 */
record Origin(String topic, int partition, long offset, Instant sentAt) {
  static Origin of(ConsumerRecord<?, ?> record) {
    return new Origin(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
