package io.duecast.streams.insight;

import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.streams.watch.FlowWatch;
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

/** The portfolio flow on a test driver. */
final class PortfolioRig implements AutoCloseable {
  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes;
  private final TopologyTestDriver driver;

  PortfolioRig(Path stateDir, WireSerdes serdes, int partitions) {
    this.serdes = serdes;
    Properties config = config(stateDir);
    this.driver = new TopologyTestDriver(topology(serdes, config, partitions), config);
  }

  static Properties config(Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of("portfolio");
  }

  static Topology topology(WireSerdes serdes, Properties config, int partitions) {
    PortfolioFlow flow =
        new PortfolioFlow(
            Topics.named(""),
            serdes,
            LedgerSettings.DEFAULT,
            Patience.NONE,
            partitions,
            FlowWatch.NONE);
    return FlowRunner.topology(flow::build, config);
  }

  void send(String key, Record line, Instant at) {
    driver
        .createInputTopic(
            topics.name(Topics.RECEIVABLES),
            new StringSerializer(),
            serdes.serializer(Topics.RECEIVABLES))
        .pipeInput(key, line, at);
  }

  void sendBytes(byte[] value, Instant at) {
    driver
        .createInputTopic(
            topics.name(Topics.RECEIVABLES), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new byte[] {1}, value, at);
  }

  /** What another partition has to say. */
  void tell(PartOfDay part, Instant at) {
    driver
        .createInputTopic(
            "portfolio-portfolio-parts-repartition",
            new StringSerializer(),
            StateSerde.of(PartOfDay.class).serializer())
        .pipeInput("", part, at);
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
