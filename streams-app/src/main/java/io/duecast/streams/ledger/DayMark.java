package io.duecast.streams.ledger;

import io.duecast.streams.intake.FlowEnds;
import io.duecast.wire.Topic;
import io.duecast.wire.WireSerdes;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Puts the mark of a day where the records stand that it parts: into the task's own partition. */
public final class DayMark implements StreamPartitioner<String, InPartition> {
  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, InPartition value, int numPartitions) {
    return Optional.of(Set.of(value.partition()));
  }

  /** Writes the days to a topic of records and the days between them. */
  public static void write(KStream<String, InPartition> days, Topic<Record> topic, FlowEnds ends) {
    days.to(
        ends.topics().name(topic),
        Produced.with(WireSerdes.keys(), serde(ends.serdes().serializer(topic)))
            .withStreamPartitioner(new DayMark())
            .withName("write-days"));
  }

  /** Writes the day alone. */
  private static Serde<InPartition> serde(Serializer<Record> days) {
    Serializer<InPartition> writer =
        new Serializer<>() {
          @Override
          public byte[] serialize(String topic, InPartition value) {
            return days.serialize(topic, value.day());
          }

          @Override
          public byte[] serialize(String topic, Headers headers, InPartition value) {
            return days.serialize(topic, headers, value.day());
          }

          @Override
          public void close() {
            days.close();
          }
        };
    return Serdes.serdeFrom(
        writer,
        (topic, bytes) -> {
          throw new UnsupportedOperationException("marks are only written here");
        });
  }
}
