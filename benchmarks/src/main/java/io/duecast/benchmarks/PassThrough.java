package io.duecast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The bare topology: bytes in, bytes out, nothing in between. */
final class PassThrough {
  private PassThrough() {}

  /**
   * Adds the topology.
   *
   * @param values what is written, in turn
   * @param perRecord how many are written for each record that is read, on average
   */
  static void build(
      StreamsBuilder builder,
      List<String> inputs,
      String output,
      List<byte[]> values,
      double perRecord) {
    builder.stream(inputs, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"))
        .flatMapValues(new Repeater(values, perRecord)::next, Named.as("copy"))
        .to(output, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write"));
  }

  /** Shared by the threads: how exactly the copies fall does not matter. */
  private static final class Repeater {
    private final List<byte[]> values;
    private final double perRecord;
    private double owed;
    private int at;

    Repeater(List<byte[]> values, double perRecord) {
      this.values = values;
      this.perRecord = perRecord;
    }

    synchronized Iterable<byte[]> next(byte[] ignored) {
      owed += perRecord;
      List<byte[]> copies = new ArrayList<>();
      for (; owed >= 1; owed--) {
        copies.add(values.get(at));
        at = (at + 1) % values.size();
      }
      return copies;
    }
  }
}
