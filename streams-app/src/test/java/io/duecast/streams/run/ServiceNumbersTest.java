package io.duecast.streams.run;

import static io.duecast.Examples.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.Fact;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.SettingsReader;
import io.duecast.service.watch.Observatory;
import io.duecast.stack.testing.TestStack;
import io.duecast.streams.Asked;
import io.duecast.streams.Flows;
import io.duecast.streams.Soon;
import io.duecast.streams.ledger.BrokerRig;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker: the numbers are those of what went through. */
class ServiceNumbersTest {
  private static final int INVOICES = 13;
  private static final int UNREADABLE = 3;

  @TempDir Path stateDir;

  private final NamedTopics topics = Topics.named("numbers.");
  private final BrokerRig rig = new BrokerRig(topics);

  @Test
  void theNumbersAreThoseOfWhatWentThrough() throws Exception {
    new TopicCreation(topics, 2, (short) 1).ensure(rig.admin());
    Instant learned = Instant.now();
    rig.write(Topics.INVOICE_EVENTS, invoices(learned));
    writeUnreadable();
    writeIndicator();
    DuecastSettings settings =
        new SettingsReader()
            .value("topics.prefix", "numbers.", "test")
            .value("observability.address", "127.0.0.1:0", "test")
            .read();
    DuecastService.Plan plan =
        DuecastService.Plan.of(
            settings, rig.serdes(), TestStack.shared().bootstrapServers(), stateDir, null, null);
    try (rig;
        Observatory observatory = Observatory.open(settings);
        DuecastService service = DuecastService.start(plan, observatory.watching())) {
      Asked http = new Asked(observatory.address().orElseThrow().getPort());
      Soon.holds("it is ready", () -> http.status("/readyz") == 200);
      for (Flows flow : Flows.values()) {
        rig.awaitProcessed(plan.groupOf(flow), flow.inputs(), Duration.ofMinutes(3));
      }
      Soon.holds("nothing waits", () -> http.metric("duecast_lag_records") == 0);
      Duration longest = Duration.between(learned, Instant.now());

      assertThat(
              http.metric(
                  "duecast_events_taken_total",
                  "flow=\"ledger\"",
                  "kind=\"InvoiceIssued\"",
                  "topic=\"invoice-events\""))
          .isEqualTo(INVOICES);
      assertThat(http.metric("duecast_events_taken_total", "kind=\"EconomicIndicator\""))
          .isEqualTo(1);
      assertThat(http.metric("duecast_events_taken_total", "flow=\"labelling\""))
          .isEqualTo(2 * INVOICES);
      assertThat(http.metric("duecast_dead_letters_total", "reason=\"undecodable\""))
          .isEqualTo(UNREADABLE);
      assertThat(http.metric("duecast_dead_letters_total")).isEqualTo(UNREADABLE);
      assertThat(rig.read(Topics.DEAD_LETTERS)).hasSize(UNREADABLE);
      assertThat(http.metric("duecast_assessments_total", "role=\"baseline\"")).isEqualTo(INVOICES);
      assertThat(http.metric("duecast_assessments_total")).isEqualTo(INVOICES);
      assertThat(http.metric("duecast_issue_to_score_seconds_count")).isEqualTo(INVOICES);
      assertThat(http.metric("duecast_issue_to_score_seconds_max"))
          .isPositive()
          .isLessThan(longest.toMillis() / 1000.0);
      assertThat(http.metric("duecast_model_info", "model=\"baseline-1\"")).isEqualTo(1);
      assertThat(http.metric("duecast_thread_restarts_total")).isZero();
      assertThat(http.get("/metrics").body())
          .doesNotContain(Examples.ACME.value())
          .doesNotContain("I-0007");
      assertThat(service.isAlive()).isTrue();
    }
  }

  private static List<Fact> invoices(Instant learned) {
    LocalDate today = LocalDate.ofInstant(learned, ZoneOffset.UTC);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < INVOICES; i++) {
      facts.add(anInvoice("I-%04d".formatted(i)).issuedOn(today).recordedAt(learned).fact());
    }
    return facts;
  }

  private void writeUnreadable() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(rig.cluster(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < UNREADABLE; i++) {
        producer
            .send(
                new ProducerRecord<>(
                    topics.name(Topics.INVOICE_EVENTS), new byte[] {'k'}, new byte[] {7, 1, 2}))
            .get();
      }
    }
  }

  private void writeIndicator() throws Exception {
    Instant at = Instant.parse("2026-03-02T09:00:00Z");
    EconomicIndicator figure =
        new EconomicIndicator(
            Examples.envelope("figure-1", at),
            "unemployment",
            "DE",
            null,
            LocalDate.parse("2026-02-01"),
            5.5,
            at,
            1);
    try (KafkaProducer<String, EconomicIndicator> producer =
        new KafkaProducer<>(
            rig.cluster(),
            new StringSerializer(),
            rig.serdes().serializer(Topics.ECONOMIC_INDICATORS))) {
      producer
          .send(
              new ProducerRecord<>(
                  topics.name(Topics.ECONOMIC_INDICATORS),
                  null,
                  at.toEpochMilli(),
                  "unemployment",
                  figure))
          .get();
    }
  }
}
