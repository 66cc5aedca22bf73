package io.duecast.streams.monitoring;

import io.duecast.health.References;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The monitoring flow on a test driver. */
final class MonitoringRig implements AutoCloseable {
  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes;
  private final TopologyTestDriver driver;

  MonitoringRig(Path stateDir, WireSerdes serdes, References references, int partitions) {
    this.serdes = serdes;
    Properties config = config(stateDir);
    this.driver = new TopologyTestDriver(topology(serdes, config, references, partitions), config);
  }

  static Properties config(Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of("health");
  }

  static Topology topology(
      WireSerdes serdes, Properties config, References references, int partitions) {
    MonitoringFlow flow =
        new MonitoringFlow(
            Topics.named(""),
            serdes,
            LedgerSettings.DEFAULT,
            references,
            Patience.NONE,
            partitions);
    return FlowRunner.topology(flow::build, config);
  }

  <V> void send(Topic<V> topic, String key, V value, Instant at) {
    driver
        .createInputTopic(topics.name(topic), new StringSerializer(), serdes.serializer(topic))
        .pipeInput(key, value, at);
  }

  void sendBytes(Topic<?> topic, byte[] value, Instant at) {
    driver
        .createInputTopic(topics.name(topic), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new byte[] {1}, value, at);
  }

  /** What another partition has to say. */
  void tell(DayTally tally) {
    driver
        .createInputTopic(
            "health-health-days-repartition",
            new StringSerializer(),
            StateSerde.of(DayTally.class).serializer())
        .pipeInput("", tally, tally.startedAt());
  }

  <V> List<V> read(Topic<V> topic) {
    return driver
        .createOutputTopic(topics.name(topic), new StringDeserializer(), serdes.deserializer(topic))
        .readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
