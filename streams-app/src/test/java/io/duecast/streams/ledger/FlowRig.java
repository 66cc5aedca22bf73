package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.Indicators;
import io.duecast.receivable.Fact;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Scorers;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The ledger flow on a test driver, with a registry of its own. */
final class FlowRig implements AutoCloseable {
  final NamedTopics topics = Topics.named("");
  final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
  private final TopologyTestDriver driver;

  FlowRig(Path stateDir) {
    this(stateDir, LedgerSettings.DEFAULT);
  }

  FlowRig(Path stateDir, LedgerSettings settings) {
    Properties config = config(stateDir);
    this.driver = new TopologyTestDriver(topology(topics, serdes, settings, config), config);
  }

  static Properties config(Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of("rig");
  }

  static Topology topology(
      NamedTopics topics, WireSerdes serdes, LedgerSettings settings, Properties config) {
    LedgerFlow flow =
        new LedgerFlow(
            FlowEnds.unwatched(topics, serdes),
            settings,
            Scorers.always(new BaselineScorer()),
            Indicators.NONE);
    return FlowRunner.topology(flow::build, config);
  }

  void send(Topic<Fact> topic, Fact fact) {
    sendAs(topic, fact.customer().value(), fact, fact.envelope().recordedAt());
  }

  void sendHistory(Fact fact) {
    sendAs(
        Topics.HISTORICAL_EVENTS,
        fact.customer().value(),
        (Record) fact,
        fact.envelope().recordedAt());
  }

  void openDay(DayOpened day, Instant at) {
    sendAs(Topics.BUSINESS_DAYS, day.date().toString(), day, at);
  }

  <V> void sendAs(Topic<V> topic, String key, V value, Instant at) {
    try (TestInputs<V> inputs = new TestInputs<>(topic)) {
      inputs.topic.pipeInput(key, value, at);
    }
  }

  void sendBytes(Topic<?> topic, byte[] key, byte[] value, Instant at) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(
            topics.name(topic), new ByteArraySerializer(), new ByteArraySerializer());
    input.pipeInput(new TestRecord<>(key, value, new RecordHeaders(), at));
  }

  <V> byte[] bytes(Topic<V> topic, V value) {
    Headers headers = new RecordHeaders();
    return serdes.serializer(topic).serialize(topics.name(topic), headers, value);
  }

  <V> List<V> read(Topic<V> topic) {
    return driver
        .createOutputTopic(topics.name(topic), new StringDeserializer(), serdes.deserializer(topic))
        .readValuesToList();
  }

  /** The receivables without the marks of the days. */
  List<ReceivableChanged> readChanges() {
    return read(Topics.RECEIVABLES).stream()
        .filter(ReceivableChanged.class::isInstance)
        .map(ReceivableChanged.class::cast)
        .toList();
  }

  @Override
  public void close() {
    driver.close();
  }

  private final class TestInputs<V> implements AutoCloseable {
    final TestInputTopic<String, V> topic;

    TestInputs(Topic<V> of) {
      this.topic =
          driver.createInputTopic(topics.name(of), new StringSerializer(), serdes.serializer(of));
    }

    @Override
    public void close() {}
  }
}
