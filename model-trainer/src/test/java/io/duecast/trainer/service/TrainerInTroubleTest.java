package io.duecast.trainer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duecast.calendar.DayOpened;
import io.duecast.feature.FeatureSet;
import io.duecast.outcome.LabelPolicy;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.PartHealth;
import io.duecast.service.watch.Standing;
import io.duecast.service.watch.Watching;
import io.duecast.stack.testing.TestStack;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.release.GatePolicy;
import io.duecast.trainer.release.TrialPolicy;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker, and a registry that is not well for a while. */
class TrainerInTroubleTest {
  private final NamedTopics topics = Topics.named("trainer-in-trouble.");
  private final Properties cluster = new Properties();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Watching watching = Watching.unseen();
  private HttpServer registry;
  private volatile boolean isWell;

  TrainerInTroubleTest() {
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
  }

  @BeforeEach
  void startRegistry() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", this::answer);
    registry.start();
  }

  @AfterEach
  void stopRegistry() {
    registry.stop(0);
  }

  /** It died of this, and nobody saw it. */
  @Test
  void aRegistryThatDoesNotAnswerIsWaitedFor() throws Exception {
    try (Admin admin = Admin.create(cluster)) {
      new TopicCreation(topics, 2, (short) 1).ensure(admin);
    }
    send(new DayOpened(LocalDate.parse("2026-03-02"), false));
    HealthBoard board = watching.board();
    try (TrainerService service =
        TrainerService.start(plan(), Schedule.DEFAULT, Clock.systemUTC(), watching)) {
      assertThat(board.isReady()).isFalse();
      await(() -> isTold(board, "RegistryUnavailableException"));
      assertThat(board.isAlive()).isTrue();
      assertThat(service.isAlive()).isTrue();

      isWell = true;

      await(board::isReady);
      assertThat(service.isAlive()).isTrue();
    }
  }

  private static boolean isTold(HealthBoard board, String what) {
    return board.notReady().stream()
        .filter(it -> it.standing() == Standing.COMING)
        .map(PartHealth::detail)
        .anyMatch(it -> it.contains(what));
  }

  private TrainerPlan plan() {
    String url = "http://127.0.0.1:" + registry.getAddress().getPort();
    return new TrainerPlan(
        cluster,
        topics,
        new WireSerdes(Map.of("schema.registry.url", url)),
        FeatureSet.with(List.of()),
        LabelPolicy.DEFAULT,
        TrainingSettings.QUICK,
        GatePolicy.DEFAULT,
        TrialPolicy.NONE,
        1_000,
        1);
  }

  private void send(DayOpened day) throws Exception {
    WireSerdes serdes =
        new WireSerdes(Map.of("schema.registry.url", TestStack.shared().registryUrl()));
    try (Producer<String, Record> producer =
        new KafkaProducer<>(
            cluster, new StringSerializer(), serdes.serializer(Topics.LABELLED_INVOICES))) {
      producer
          .send(new ProducerRecord<>(topics.name(Topics.LABELLED_INVOICES), "2026-03-02", day))
          .get();
    }
  }

  /** What the real one says, once it is well. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!isWell) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      HttpResponse<byte[]> real =
          client.send(
              HttpRequest.newBuilder(
                      URI.create(TestStack.shared().registryUrl() + exchange.getRequestURI()))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(real.statusCode(), real.body().length);
      exchange.getResponseBody().write(real.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
