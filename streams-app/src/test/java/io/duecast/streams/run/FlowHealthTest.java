package io.duecast.streams.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.settings.SettingsReader;
import io.duecast.service.watch.Observatory;
import io.duecast.stack.testing.TestStack;
import io.duecast.streams.Asked;
import io.duecast.streams.Soon;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker: what is said over HTTP of a flow is what it does. */
class FlowHealthTest {
  private static final int RECORDS = 100;

  @TempDir Path stateDir;

  private final Properties cluster = new Properties();

  FlowHealthTest() {
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
  }

  @Test
  void anInstanceThatRestoresIsAliveAndNotReady() throws Exception {
    create("restored-in");
    for (int i = 0; i < RECORDS; i++) {
      send("restored-in", "key-" + i);
    }
    try (FlowRunner before = FlowRunner.start("restored", this::keep, config("before"))) {
      Soon.holds("all is kept", () -> before.isReady() && kept(before.streams()) == RECORDS);
    }

    Held held = new Held();
    try (Observatory observatory = observatory();
        KafkaStreams anew =
            new KafkaStreams(FlowRunner.topology(this::keep, config("anew")), config("anew"))) {
      Asked http = new Asked(observatory.address().orElseThrow().getPort());
      anew.setStateListener(new FlowHealth("ledger", observatory.watching().board()));
      anew.setGlobalStateRestoreListener(held);
      anew.start();
      held.begun.await();

      assertThat(http.status("/livez")).isEqualTo(200);
      assertThat(http.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(http.get("/readyz").body()).contains("\"part\":\"ledger\"", "REBALANCING");
      assertThat(http.metric("duecast_ready")).isZero();

      held.mayGoOn.countDown();
      Soon.holds("it is ready", () -> http.status("/readyz") == 200);
      assertThat(kept(anew)).isEqualTo(RECORDS);
    }
  }

  @Test
  void aFlowThatABugHasStoppedIsDead() throws Exception {
    create("bug-in");
    try (Observatory observatory = observatory();
        FlowRunner runner =
            FlowRunner.start(
                "bug",
                this::fail,
                config("bug"),
                new FlowHealth("ledger", observatory.watching().board()),
                () -> {})) {
      Asked http = new Asked(observatory.address().orElseThrow().getPort());
      Soon.holds("it is ready", () -> http.status("/readyz") == 200);

      send("bug-in", "any");

      Soon.holds("it is dead", () -> http.status("/livez") == 503);
      assertThat(http.get("/livez").body()).contains("\"alive\":false", "\"part\":\"ledger\"");
      assertThat(http.status("/readyz")).isEqualTo(503);
      assertThat(http.metric("duecast_alive")).isZero();
      assertThat(runner.isAlive()).isFalse();
    }
  }

  @Test
  void oneThatIsAskedToStopIsNotDead() throws Exception {
    create("stop-in");
    try (Observatory observatory = observatory()) {
      Asked http = new Asked(observatory.address().orElseThrow().getPort());
      FlowRunner runner =
          FlowRunner.start(
              "stop",
              builder -> read(builder, "stop-in"),
              config("stop"),
              new FlowHealth("ledger", observatory.watching().board()),
              () -> {});
      Soon.holds("it is ready", () -> http.status("/readyz") == 200);
      runner.close();

      assertThat(http.status("/livez")).isEqualTo(200);
      assertThat(http.status("/readyz")).isEqualTo(503);
    }
  }

  /** Holds the restoration until it may go on. */
  private static final class Held implements StateRestoreListener {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
      begun.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long count) {}

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {}
  }

  private void keep(StreamsBuilder builder) {
    builder.table(
        "restored-in",
        Consumed.with(Serdes.String(), Serdes.String()).withName("read-values"),
        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("kept"));
  }

  private void fail(StreamsBuilder builder) {
    read(builder, "bug-in");
  }

  private static void read(StreamsBuilder builder, String topic) {
    builder.stream(topic, Consumed.with(Serdes.String(), Serdes.String()).withName("read-values"))
        .process(Failing::new, Named.as("fail"));
  }

  private static final class Failing extends ContextualProcessor<String, String, String, String> {
    @Override
    public void process(Record<String, String> record) {
      throw new IllegalStateException("a bug");
    }
  }

  private static long kept(KafkaStreams streams) {
    if (streams.state() != KafkaStreams.State.RUNNING) {
      return 0;
    }
    return streams
        .store(
            StoreQueryParameters.fromNameAndType(
                "kept", QueryableStoreTypes.<String, String>keyValueStore()))
        .approximateNumEntries();
  }

  private Properties config(String directory) {
    String application = directory.equals("anew") ? "before" : directory;
    return new FlowConfig(cluster, stateDir.resolve(directory), 1, (short) 1, 0, null)
        .of("health-" + application);
  }

  private static Observatory observatory() {
    return Observatory.open(
        new SettingsReader().value("observability.address", "127.0.0.1:0", "test").read());
  }

  private void create(String topic) throws Exception {
    try (Admin admin = Admin.create(cluster)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private void send(String topic, String key) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(cluster, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, "value")).get();
    }
  }
}
