package io.duecast.streams.labelling;

import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The labelling flow on a test driver. */
public final class LabellingRig implements AutoCloseable {
  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes;
  private final TopologyTestDriver driver;

  public LabellingRig(Path stateDir, WireSerdes serdes) {
    this.serdes = serdes;
    Properties config = config(stateDir);
    this.driver = new TopologyTestDriver(topology(serdes, config), config);
  }

  static Properties config(Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of("labels");
  }

  static Topology topology(WireSerdes serdes, Properties config) {
    LabellingFlow flow =
        new LabellingFlow(Topics.named(""), serdes, LedgerSettings.DEFAULT, Patience.NONE);
    return FlowRunner.topology(flow::build, config);
  }

  public <V> void send(Topic<V> topic, String key, V value, Instant at) {
    driver
        .createInputTopic(topics.name(topic), new StringSerializer(), serdes.serializer(topic))
        .pipeInput(key, value, at);
  }

  public <V> List<V> read(Topic<V> topic) {
    return driver
        .createOutputTopic(topics.name(topic), new StringDeserializer(), serdes.deserializer(topic))
        .readValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
