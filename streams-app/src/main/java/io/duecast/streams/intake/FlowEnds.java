package io.duecast.streams.intake;

import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Where a flow begins and ends: how it reads its inputs, and the topics that it writes to.
 *
 * @param patience had with the registry
 * @param watch told of what is taken, and of what is refused
 */
public record FlowEnds(NamedTopics topics, WireSerdes serdes, Patience patience, FlowWatch watch) {

  /** Of a flow that nobody watches, and that asks the registry once. */
  public static FlowEnds unwatched(NamedTopics topics, WireSerdes serdes) {
    return new FlowEnds(topics, serdes, Patience.NONE, FlowWatch.NONE);
  }

  /** A reader of these inputs. */
  public RecordReader reader(Collection<Topic<?>> inputs) {
    return new RecordReader(topics, inputs, serdes, patience, watch);
  }

  /**
   * The bytes of a reader's inputs.
   *
   * @param name of the node in the topology
   */
  public static KStream<byte[], byte[]> read(
      StreamsBuilder builder, RecordReader reader, String name) {
    return builder.stream(
        reader.names(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name));
  }

  /** One of the branches of a split, which are there by name. */
  public static <V> KStream<String, V> branch(Map<String, KStream<String, V>> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  /** Writes values to their topic, by a node that is named after it. */
  public <V> void write(KStream<String, V> values, Topic<V> topic) {
    write(values, topic, "write-" + topic.name());
  }

  /**
   * Writes values to their topic.
   *
   * @param name of the node in the topology
   */
  public <V> void write(KStream<String, V> values, Topic<V> topic, String name) {
    values.to(
        topics.name(topic), Produced.with(WireSerdes.keys(), serdes.serde(topic)).withName(name));
  }

  /** Writes what could not be taken to the dead letters; all that is told here is a refusal. */
  public void writeLetters(KStream<String, ?> refused) {
    write(refused.map(Refusal::addressed, Named.as("address-letter")), Topics.DEAD_LETTERS);
  }
}
