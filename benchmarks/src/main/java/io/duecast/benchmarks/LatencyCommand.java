package io.duecast.benchmarks;

import io.duecast.indicator.Indicators;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Scorers;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.stack.BrokerSettings;
import io.duecast.stack.EmbeddedBroker;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long an issued invoice waits for its committed risk, while facts come at a steady rate. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the time from sending an issued invoice to reading its committed risk.",
      "Facts come at a steady rate; the first third is warm-up and does not count."
    })
public final class LatencyCommand implements Callable<Integer> {
  private static final PrintStream OUT = System.out;

  @Option(
      names = "--rate",
      split = ",",
      defaultValue = "20,200",
      description = "Facts a second, one measurement each. Default: ${DEFAULT-VALUE}.")
  private List<Integer> rates = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "45",
      description = "How long each takes. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://latency"));
  private final Properties cluster = new Properties();
  private final Map<String, Long> sentAt = new HashMap<>();
  private final List<Long> nanos = new ArrayList<>();

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LatencyCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    OUT.printf("%-10s %10s %10s %10s %10s%n", "facts/s", "invoices", "p50 ms", "p99 ms", "max ms");
    for (int rate : rates) {
      measure(rate);
    }
    return 0;
  }

  private void measure(int rate) throws Exception {
    Path directory = Files.createTempDirectory("duecast-latency");
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(directory.resolve("broker"), BrokerSettings.defaults())) {
      cluster.put("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(cluster)) {
        new TopicCreation(topics, 4, (short) 1).ensure(admin);
      }
      Properties config =
          new FlowConfig(cluster, directory.resolve("state"), 2, (short) 1, 0, null).of("latency");
      try (FlowRunner runner = FlowRunner.start("latency", flow()::build, config)) {
        while (!runner.isReady()) {
          Thread.sleep(Duration.ofMillis(50));
        }
        sentAt.clear();
        nanos.clear();
        sendAndRead(rate);
      }
      print(rate);
    } finally {
      Utils.delete(directory.toFile());
    }
  }

  private LedgerFlow flow() {
    return new LedgerFlow(
        new FlowEnds(topics, serdes, Patience.DEFAULT, FlowWatch.NONE),
        LedgerSettings.DEFAULT,
        Scorers.always(new BaselineScorer()),
        Indicators.NONE);
  }

  private void sendAndRead(int rate) {
    Properties reader = new Properties();
    reader.putAll(cluster);
    reader.putAll(
        Map.of(
            "isolation.level",
            "read_committed",
            "group.id",
            "reader",
            "auto.offset.reset",
            "earliest"));
    FactsFeed feed = new FactsFeed(cluster, topics, serdes);
    Iterator<Fact> facts = FactsFeed.facts(1000);
    try (Producer<byte[], byte[]> producer =
            new KafkaProducer<>(cluster, new ByteArraySerializer(), new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topics.name(Topics.INVOICE_RISK)));
      long started = System.nanoTime();
      long all = (long) rate * seconds;
      for (long sent = 0; sent < all; ) {
        for (; sent < all && System.nanoTime() - started >= sent * 1_000_000_000L / rate; sent++) {
          send(feed, facts.next(), producer, sent > all / 3);
        }
        read(consumer, Duration.ofMillis(1));
      }
      long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      while (!sentAt.isEmpty() && System.nanoTime() < deadline) {
        read(consumer, Duration.ofMillis(1));
      }
    }
  }

  private void send(FactsFeed feed, Fact fact, Producer<byte[], byte[]> producer, boolean counts) {
    if (counts && fact instanceof InvoiceIssued) {
      sentAt.put(fact.envelope().eventId() + ":ISSUED", System.nanoTime());
    }
    var unused = producer.send(feed.record(fact));
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer, Duration patience) {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
      byte[] id = record.headers().lastHeader("ce_id").value();
      Long from = sentAt.remove(new String(id, StandardCharsets.UTF_8));
      if (from != null) {
        nanos.add(System.nanoTime() - from);
      }
    }
  }

  private void print(int rate) {
    nanos.sort(null);
    OUT.printf(
        Locale.ROOT,
        "%-10d %10d %10.1f %10.1f %10.1f%n",
        rate,
        nanos.size(),
        millis(0.5),
        millis(0.99),
        millis(1));
  }

  private double millis(double share) {
    int at = (int) Math.min(nanos.size() - 1L, Math.round(share * nanos.size()));
    return nanos.isEmpty() ? Double.NaN : nanos.get(at) / 1e6;
  }
}
