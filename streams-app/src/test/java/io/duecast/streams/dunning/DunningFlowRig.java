package io.duecast.streams.dunning;

import io.duecast.dunning.Policies;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.streams.watch.FlowWatch;
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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The dunning flow on a test driver. */
final class DunningFlowRig implements AutoCloseable {
  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes;
  private final TopologyTestDriver driver;
  private final Map<Topic<?>, TestInputTopic<?, ?>> inputs = new HashMap<>();
  private final Map<Topic<?>, TestOutputTopic<?, ?>> outputs = new HashMap<>();

  DunningFlowRig(Path stateDir, WireSerdes serdes, Policies policies) {
    this.serdes = serdes;
    Properties config = config(stateDir);
    this.driver = new TopologyTestDriver(topology(serdes, policies, config), config);
  }

  static Properties config(Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of("dunning");
  }

  static Topology topology(WireSerdes serdes, Policies policies, Properties config) {
    DunningFlow flow =
        new DunningFlow(
            Topics.named(""),
            serdes,
            LedgerSettings.DEFAULT,
            policies,
            Patience.NONE,
            FlowWatch.NONE);
    return FlowRunner.topology(flow::build, config);
  }

  <V> void send(Topic<V> topic, V value, Instant at) {
    input(topic).pipeInput(TopicKey.of(value), value, at);
  }

  @SuppressWarnings("unchecked") // kept under its topic
  private <V> TestInputTopic<String, V> input(Topic<V> topic) {
    return (TestInputTopic<String, V>)
        inputs.computeIfAbsent(
            topic,
            it ->
                driver.createInputTopic(
                    topics.name(topic), new StringSerializer(), serdes.serializer(topic)));
  }

  void sendBytes(Topic<?> topic, byte[] value) {
    driver
        .createInputTopic(topics.name(topic), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new byte[] {'x'}, value, Instant.EPOCH);
  }

  <V> List<V> read(Topic<V> topic) {
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
