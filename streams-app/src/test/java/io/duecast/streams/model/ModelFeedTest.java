package io.duecast.streams.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.model.ModelFile;
import io.duecast.model.RandomModels;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Scorer;
import io.duecast.risk.ScorerRole;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Watching;
import io.duecast.stack.testing.TestStack;
import io.duecast.wire.ModelArtifact;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/**
 * On a real broker: models come, are refused, are taken back, and scoring goes on all the while.
 */
class ModelFeedTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration SWAP = Duration.ofSeconds(5);

  private final Properties cluster = new Properties();
  private final WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://models"));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Watching watching = new Watching(new HealthBoard(Clock.systemUTC()), meters);

  private NamedTopics topics = Topics.named("");

  ModelFeedTest() {
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
  }

  @BeforeEach
  void topicsOfTheTestsOwn(TestInfo test) throws Exception {
    topics = Topics.named(test.getTestMethod().orElseThrow().getName() + ".");
    try (Admin admin = Admin.create(cluster)) {
      new TopicCreation(topics, 1, (short) 1).ensure(admin);
    }
  }

  @Test
  void aReleasedModelTakesOverWithinSeconds() throws Exception {
    String second = put(2);
    try (ModelFeed feed = start()) {
      assertThat(live(feed)).isEqualTo(BaselineScorer.MODEL_ID);
      assertThat(age()).isNaN();
      String first = put(1);
      release(first, MAY);
      awaitLive(feed, first);
      release(second, JUNE);
      awaitLive(feed, second);
    }
    assertThat(meters.get("duecast.model.info").gauges())
        .singleElement()
        .satisfies(it -> assertThat(it.getId().getTag("model")).isEqualTo(second))
        .satisfies(it -> assertThat(it.getId().getTag("role")).isEqualTo("champion"));
    assertThat(age())
        .isEqualTo(Duration.between(JUNE, Instant.now()).toMillis() / 1000.0, within(60.0));
    assertThat(decisions()).isEqualTo(2);
  }

  @Test
  void whoStartsLaterKnowsAllThatWasReleased() throws Exception {
    String first = put(1);
    release(first, MAY);
    String second = put(2);
    release(second, JUNE);

    try (ModelFeed feed = start()) {
      assertThat(live(feed)).isEqualTo(second);
    }
    assertThat(decisions()).as("what was decided before is no news").isZero();
  }

  @Test
  void historyIsScoredByWhoWasInChargeThen() throws Exception {
    String first = put(1);
    release(first, MAY);
    String second = put(2);
    release(second, JUNE);

    try (ModelFeed feed = start()) {
      assertThat(feed.champion(MAY.minusMillis(1), true).modelId())
          .isEqualTo(BaselineScorer.MODEL_ID);
      assertThat(feed.champion(MAY, true).modelId()).isEqualTo(first);
      assertThat(feed.champion(JUNE.minusMillis(1), true).modelId()).isEqualTo(first);
      assertThat(feed.champion(JUNE, true).modelId()).isEqualTo(second);
      assertThat(feed.champion(MAY, false).modelId()).isEqualTo(second);
    }
  }

  @Test
  void aModelThatCannotBeUsedLeavesTheOneBeforeInCharge() throws Exception {
    String good = put(1);
    try (ModelFeed feed = start()) {
      release(good, MAY);
      awaitLive(feed, good);

      release("never-put", JUNE);
      byte[] torn = ModelFile.write(RandomModels.model(3));
      torn[torn.length / 2] ^= 1;
      send(
          Topics.MODEL_ARTIFACTS,
          new ModelArtifact("torn", ModelFile.FORMAT_VERSION, Bytes.wrap(torn), JUNE));
      release("torn", JUNE);
      byte[] another = ModelFile.write(RandomModels.model(4));
      send(
          Topics.MODEL_ARTIFACTS,
          new ModelArtifact("swapped", ModelFile.FORMAT_VERSION, Bytes.wrap(another), JUNE));
      release("swapped", JUNE);
      String last = put(5);
      release(last, JUNE.plusSeconds(1));

      awaitLive(feed, last);
      assertThat(meters.get("duecast.models.unusable").counter().count()).isEqualTo(3);
      assertThat(feed.champion(JUNE, true).modelId()).isEqualTo(good);
      assertThat(feed.releases().inOrder())
          .extracting(ModelReleased::modelId)
          .containsExactly(good, last);
    }
  }

  @Test
  void theRuleTakesOverWhenTheOnlyModelIsTakenBack() throws Exception {
    String only = put(1);
    try (ModelFeed feed = start()) {
      release(only, MAY);
      awaitLive(feed, only);

      release(BaselineScorer.MODEL_ID, JUNE);
      awaitLive(feed, BaselineScorer.MODEL_ID);
    }
  }

  @Test
  void modelsThatWereLongInChargeAreFetchedAgain() throws Exception {
    String[] ids = new String[6];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = put(10 + i);
      release(ids[i], MAY.plus(Duration.ofDays(i)));
    }
    try (ModelFeed feed = start()) {
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < ids.length; i++) {
          assertThat(feed.champion(MAY.plus(Duration.ofDays(i)), true).modelId()).isEqualTo(ids[i]);
        }
      }
    }
  }

  @Test
  void oneOnTrialScoresSilentlyUntilMoreIsDecided() throws Exception {
    String champion = put(1);
    try (ModelFeed feed = start()) {
      release(champion, MAY);
      awaitLive(feed, champion);
      assertThat(feed.shadow(false)).isEmpty();

      String candidate = put(2);
      decide(ModelSlot.SHADOW, candidate, JUNE);
      awaitShadow(feed, candidate);
      assertThat(live(feed)).isEqualTo(champion);
      assertThat(feed.shadow(false).orElseThrow().role()).isEqualTo(ScorerRole.SHADOW);
      assertThat(feed.shadow(true)).isEmpty();

      decide(ModelSlot.CHAMPION, candidate, JUNE.plusSeconds(1));
      awaitLive(feed, candidate);
      assertThat(feed.champion(JUNE, false).role()).isEqualTo(ScorerRole.CHAMPION);
      awaitShadow(feed, null);

      String bad = put(3);
      decide(ModelSlot.SHADOW, bad, JUNE.plusSeconds(2));
      awaitShadow(feed, bad);
      decide(ModelSlot.NONE, bad, JUNE.plusSeconds(3));
      awaitShadow(feed, null);
      assertThat(live(feed)).isEqualTo(candidate);
    }
  }

  @Test
  void oneOnTrialThatCannotBeLoadedDisturbsNobody() throws Exception {
    String champion = put(1);
    try (ModelFeed feed = start()) {
      release(champion, MAY);
      decide(ModelSlot.SHADOW, "never-put", JUNE);
      String next = put(2);
      release(next, JUNE.plusSeconds(1));

      awaitLive(feed, next);
      assertThat(feed.shadow(false)).isEmpty();
    }
  }

  private static void awaitShadow(ModelFeed feed, @Nullable String model)
      throws InterruptedException {
    long deadline = System.nanoTime() + SWAP.toNanos();
    while (!Objects.equals(shadow(feed), model) && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(shadow(feed)).isEqualTo(model);
  }

  private static @Nullable String shadow(ModelFeed feed) {
    return feed.shadow(false).map(Scorer::modelId).orElse(null);
  }

  private double age() {
    return meters.get("duecast.model.age").gauge().value();
  }

  private double decisions() {
    return meters.get("duecast.model.decisions").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private ModelFeed start() {
    return ModelFeed.start(cluster, topics, serdes, new BaselineScorer(), watching);
  }

  private static String live(ModelFeed feed) {
    return feed.champion(Instant.now(), false).modelId();
  }

  private static void awaitLive(ModelFeed feed, String model) throws InterruptedException {
    long deadline = System.nanoTime() + SWAP.toNanos();
    while (!live(feed).equals(model) && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(live(feed)).isEqualTo(model);
  }

  private String put(long seed) throws Exception {
    byte[] file = ModelFile.write(RandomModels.model(seed));
    String id = ModelFile.id(file);
    send(
        Topics.MODEL_ARTIFACTS,
        new ModelArtifact(id, ModelFile.FORMAT_VERSION, Bytes.wrap(file), MAY));
    return id;
  }

  private void release(String model, Instant from) throws Exception {
    decide(ModelSlot.CHAMPION, model, from);
  }

  private void decide(ModelSlot slot, String model, Instant from) throws Exception {
    send(
        Topics.MODEL_RELEASES,
        new ModelReleased(
            slot + ":" + model + "@" + from,
            slot,
            model,
            null,
            from,
            null,
            ReleaseDecision.PASSED,
            List.of(),
            "schedule",
            "gate",
            0,
            Map.of(),
            from));
  }

  private <V> void send(Topic<V> topic, V value) throws Exception {
    try (Producer<String, V> producer =
        new KafkaProducer<>(cluster, new StringSerializer(), serdes.serializer(topic))) {
      producer.send(new ProducerRecord<>(topics.name(topic), TopicKey.of(value), value)).get();
    }
  }
}
