package io.duecast.streams.segment;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.segment.SegmentWeek;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.StateSerde;
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
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The segmentation flow on a test driver. */
final class SegmentFlowRig implements AutoCloseable {
  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes;
  private final TopologyTestDriver driver;
  private final Map<Topic<?>, TestInputTopic<?, ?>> inputs = new HashMap<>();
  private final Map<Topic<?>, TestOutputTopic<?, ?>> outputs = new HashMap<>();

  SegmentFlowRig(Path stateDir, WireSerdes serdes, int partitions) {
    this.serdes = serdes;
    Properties config = config(stateDir);
    this.driver = new TopologyTestDriver(topology(serdes, config, partitions), config);
  }

  static Properties config(Path stateDir) {
    Properties cluster = new Properties();
    cluster.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    return new FlowConfig(cluster, stateDir, 1, (short) 1, 0, null).of("segment");
  }

  static Topology topology(WireSerdes serdes, Properties config, int partitions) {
    SegmentFlow flow =
        new SegmentFlow(
            Topics.named(""),
            serdes,
            LedgerSettings.DEFAULT,
            Patience.NONE,
            partitions,
            FlowWatch.NONE);
    return FlowRunner.topology(flow::build, config);
  }

  /** A line of the accounts. */
  void send(Record line) {
    input(Topics.RECEIVABLES).pipeInput(TopicKey.of(line), line, at(line));
  }

  void send(RiskAssessed risk) {
    input(Topics.INVOICE_RISK).pipeInput(TopicKey.of(risk), risk, risk.recordedAt());
  }

  static Instant at(Record line) {
    return switch (line) {
      case ReceivableChanged it -> it.recordedAt();
      case CustomerUpdated it -> it.envelope().recordedAt();
      case DayOpened it -> it.date().atStartOfDay().toInstant(ZoneOffset.UTC);
      default -> throw new IllegalStateException(line.toString());
    };
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

  void sendBytes(byte[] value) {
    driver
        .createInputTopic(
            topics.name(Topics.RECEIVABLES), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new byte[] {1}, value, Instant.EPOCH);
  }

  /** What another partition has to say. */
  void tell(int partition, SegmentWeek week) {
    driver
        .createInputTopic(
            "segment-segment-weeks-of-all-repartition",
            new StringSerializer(),
            StateSerde.of(PartOfWeek.class).serializer())
        .pipeInput("", new PartOfWeek(partition, week), week.recordedAt());
  }

  @SuppressWarnings("unchecked") // kept under its topic
  <V> List<V> read(Topic<V> topic) {
    TestOutputTopic<String, V> output =
        (TestOutputTopic<String, V>)
            outputs.computeIfAbsent(
                topic,
                it ->
                    driver.createOutputTopic(
                        topics.name(topic), new StringDeserializer(), serdes.deserializer(topic)));
    return output.readValuesToList();
  }

  /** All that lies on a topic: time, key and bytes. */
  List<String> bytes(Topic<?> topic) {
    return driver
        .createOutputTopic(
            topics.name(topic), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .map(it -> it.timestamp() + " " + it.key() + " " + Arrays.toString(it.value()))
        .toList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
