package io.duecast.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The bare topology: bytes in, bytes out, nothing in between. */
final class PassThrough {
  private PassThrough() {}

  /**
   * Adds the topology.
   *
   * @param tapes what is written, in turn, in the same number as the tape says for so many facts
   */
  static void build(StreamsBuilder builder, List<String> inputs, List<Tape> tapes, long facts) {
    Serde<Copied> copied = Serdes.serdeFrom((topic, it) -> it.value(), unread());
    builder.stream(inputs, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"))
        .process(() -> new Repeater(tapes, facts), Named.as("copy"))
        .to(
            (key, it, context) -> it.copy().topic(),
            Produced.with(Serdes.Bytes(), copied)
                .withStreamPartitioner(
                    (topic, key, it, partitions) -> Optional.of(Set.of(it.partition())))
                .withName("write"));
  }

  private static Deserializer<Copied> unread() {
    return (topic, bytes) -> {
      throw new UnsupportedOperationException("it is for writing");
    };
  }

  /** A record on its way to the partition that its task writes to. */
  private record Copied(Copy copy, int partition) {
    byte @Nullable [] value() {
      Bytes value = copy.value();
      return value == null ? null : value.get();
    }
  }

  /** Writes as many records for each that is read as are due on average. */
  private static final class Repeater extends ContextualProcessor<byte[], byte[], Bytes, Copied> {
    private final List<Tape> tapes;
    private final long facts;
    private long read;

    Repeater(List<Tape> tapes, long facts) {
      this.tapes = tapes;
      this.facts = facts;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      for (Tape tape : tapes) {
        long all = tape.written().records();
        for (long at = read * all / facts; at < (read + 1) * all / facts; at++) {
          write(record, tape.samples().get((int) (at % tape.samples().size())));
        }
      }
      read++;
    }

    private void write(Record<byte[], byte[]> record, Copy copy) {
      context()
          .forward(
              new Record<>(
                  copy.key(),
                  new Copied(copy, context().taskId().partition()),
                  record.timestamp(),
                  copy.headers()));
    }
  }
}
