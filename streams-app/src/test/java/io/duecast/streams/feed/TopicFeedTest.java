package io.duecast.streams.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.PartHealth;
import io.duecast.service.watch.Standing;
import io.duecast.stack.testing.TestStack;
import io.duecast.streams.Soon;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** On a real broker. */
class TopicFeedTest {
  private final Properties cluster = new Properties();
  private final HealthBoard board = new HealthBoard(Clock.systemUTC());
  private final List<String> heard = new CopyOnWriteArrayList<>();

  TopicFeedTest() {
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
  }

  @Test
  void whatThereIsIsReadBeforeItIsReady() throws Exception {
    create("feed-old", "a", "b", "c");
    try (TopicFeed feed = feed("feed-old", heard::add)) {
      assertThat(board.isReady()).isFalse();
      assertThat(board.isAlive()).isTrue();

      feed.start();

      assertThat(heard).containsExactly("a", "b", "c");
      assertThat(board.isReady()).isTrue();
    }
  }

  /** It died of this, and nobody saw it. */
  @Test
  void troubleOfTheWorldIsWaitedOutAndNothingIsPassedOver() throws Exception {
    create("feed-trouble");
    AtomicInteger failures = new AtomicInteger();
    List<Standing> stood = new CopyOnWriteArrayList<>();
    try (TopicFeed feed =
        feed(
            "feed-trouble",
            value -> {
              if (value.equals("b") && failures.incrementAndGet() <= 2) {
                throw new TimeoutException("the registry does not answer");
              }
              board.notReady().stream().map(PartHealth::standing).forEach(stood::add);
              heard.add(value);
            })) {
      feed.start();
      send("feed-trouble", "a", "b", "c");

      Soon.holds("all are heard", () -> heard.size() == 3);
      assertThat(heard).containsExactly("a", "b", "c");
      assertThat(failures).hasValue(3);
      assertThat(stood).containsOnly(Standing.COMING).isNotEmpty();
      Soon.holds("it is ready again", board::isReady);
    }
  }

  @Test
  void aBugEndsItAndItSaysSo() throws Exception {
    create("feed-bug");
    try (TopicFeed feed =
        feed(
            "feed-bug",
            value -> {
              throw new IllegalStateException("a bug");
            })) {
      feed.start();
      assertThat(board.isAlive()).isTrue();
      send("feed-bug", "a");

      Soon.holds("it is dead", () -> !board.isAlive());
      assertThat(board.dead().getFirst().detail()).isEqualTo("IllegalStateException");
    }
  }

  private TopicFeed feed(String topic, java.util.function.Consumer<String> hearer) {
    return new TopicFeed(
        "models", cluster, topic, it -> hearer.accept(new String(it.value(), UTF_8)), board);
  }

  private void create(String topic, String... values) throws Exception {
    try (Admin admin = Admin.create(cluster)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
    send(topic, values);
  }

  private void send(String topic, String... values) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(cluster, new StringSerializer(), new StringSerializer())) {
      for (String value : values) {
        producer.send(new ProducerRecord<>(topic, value)).get();
      }
    }
  }
}
