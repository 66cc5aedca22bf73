package io.duecast.console.projection;

import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.WireDecoder;
import io.duecast.wire.codec.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** From some records to what they do to the tables. */
final class Batch {
  private final WireDecoder decoder;
  private final NamedTopics topics;

  Batch(WireDecoder decoder, NamedTopics topics) {
    this.decoder = decoder;
    this.topics = topics;
  }

  /** Those that do something. */
  List<Projected> projected(ConsumerRecords<byte[], byte[]> records) {
    List<Projected> all = new ArrayList<>();
    for (Map.Entry<Topic<?>, Projection> entry : Projections.all().entrySet()) {
      for (ConsumerRecord<byte[], byte[]> record : records.records(topics.name(entry.getKey()))) {
        Rows rows = rows(entry.getKey(), entry.getValue(), record);
        if (!rows.isEmpty()) {
          all.add(new Projected(Origin.of(record), rows));
        }
      }
    }
    return all;
  }

  /**
   * What nobody can read is passed over where it comes from outside: the flow that reads it too
   * puts it on the dead letters. Where it is ours, it is a bug.
   */
  private Rows rows(Topic<?> topic, Projection projection, ConsumerRecord<byte[], byte[]> record) {
    Rows rows = new Rows();
    switch (decoder.decode(topic, record.key(), record.value())) {
      case Decoded.Value<?> it ->
          projection.project(it.value(), new Place(record.partition(), record.offset()), rows);
      case Decoded.Rejected<?> it -> {
        if (topic.trust() == Trust.OURS) {
          throw new IllegalStateException(
              "%s-%d at offset %d: %s"
                  .formatted(record.topic(), record.partition(), record.offset(), it.detail()));
        }
      }
    }
    return rows;
  }
}
