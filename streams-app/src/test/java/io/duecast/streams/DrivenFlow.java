package io.duecast.streams;

import io.duecast.streams.run.FlowConfig;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A flow on a test driver, with one partition of every topic. */
public final class DrivenFlow implements AutoCloseable {
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
  public <V> void send(Topic<V> topic, V value, Instant at) {
    pipe(topics.name(topic), TopicKey.of(value), serdes.serializer(topic), value, at);
  }

  /** Lets the flow hear a value of a topic between its parts. */
  public <V> void tell(String topic, Serializer<V> serializer, V value, Instant at) {
    pipe(topic, "", serializer, value, at);
  }

  /** Lets the flow hear bytes. */
  public void sendBytes(Topic<?> topic, byte[] value, Instant at) {
    pipe(topics.name(topic), "x", new ByteArraySerializer(), value, at);
  }

  private <V> void pipe(String topic, String key, Serializer<V> serializer, V value, Instant at) {
    driver.createInputTopic(topic, new StringSerializer(), serializer).pipeInput(key, value, at);
  }

  /** What the flow has written since. */
  public <V> List<V> read(Topic<V> topic) {
    return output(topic).readValuesToList();
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
