package io.duecast.streams;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.streams.run.FlowConfig;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A flow on a test driver, with one partition of every topic. */
public class DrivenFlow implements AutoCloseable {
  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes;
  private final TopologyTestDriver driver;
  private final Map<Topic<?>, TestOutputTopic<?, ?>> outputs = new HashMap<>();

  public DrivenFlow(Topology topology, Properties config, WireSerdes serdes) {
    this.serdes = serdes;
    this.driver = new TopologyTestDriver(topology, config);
  }

  /** What a flow runs with. */
  public static Properties config(String flow, Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of(flow);
  }

  /** Lets the flow hear a value. */
  public final <V> void send(Topic<V> topic, V value, Instant at) {
    send(topic, TopicKey.of(value), value, at);
  }

  /** Lets the flow hear a value under another key than its own. */
  public final <V> void send(Topic<V> topic, String key, V value, Instant at) {
    pipe(topics.name(topic), key, serdes.serializer(topic), value, at);
  }

  /** When a line of the accounts was recorded. */
  public static Instant at(Record line) {
    return switch (line) {
      case ReceivableChanged it -> it.recordedAt();
      case CustomerUpdated it -> it.envelope().recordedAt();
      case DayOpened it -> it.date().atStartOfDay().toInstant(ZoneOffset.UTC);
      default -> throw new IllegalStateException(line.toString());
    };
  }

  /** Lets the flow hear a value of a topic between its parts. */
  public final <V> void tell(String topic, Serializer<V> serializer, V value, Instant at) {
    pipe(topic, "", serializer, value, at);
  }

  /** Lets the flow hear bytes. */
  public final void sendBytes(Topic<?> topic, byte[] value, Instant at) {
    pipe(topics.name(topic), "x", new ByteArraySerializer(), value, at);
  }

  private <V> void pipe(String topic, String key, Serializer<V> serializer, V value, Instant at) {
    driver.createInputTopic(topic, new StringSerializer(), serializer).pipeInput(key, value, at);
  }

  /** What the flow has written since. */
  public final <V> List<V> read(Topic<V> topic) {
    return output(topic).readValuesToList();
  }

  /** All that lies on a topic: time, key and bytes. */
  public final List<String> bytes(Topic<?> topic) {
    return driver
        .createOutputTopic(
            topics.name(topic), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .map(it -> it.timestamp() + " " + it.key() + " " + Arrays.toString(it.value()))
        .toList();
  }

  @SuppressWarnings("unchecked") // kept under its topic
  private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
    return (TestOutputTopic<String, V>)
        outputs.computeIfAbsent(
            topic,
            it ->
                driver.createOutputTopic(
                    topics.name(topic), new StringDeserializer(), serdes.deserializer(topic)));
  }

  @Override
  public void close() {
    driver.close();
  }
}
