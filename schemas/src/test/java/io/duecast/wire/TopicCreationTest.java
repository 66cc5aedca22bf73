package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicCreationTest {
  private static final short ONE = 1;

  private final NamedTopics topics = Topics.named("prod.");
  private final Admin admin = servingAllPartitions();

  private Admin servingAllPartitions() {
    MockAdminClient mock = MockAdminClient.create().build();
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Topic<?> topic : Topics.all()) {
      for (int partition = 0; partition < 6; partition++) {
        ends.put(new TopicPartition(topics.name(topic), partition), 0L);
      }
    }
    mock.updateEndOffsets(ends);
    return mock;
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void itCreatesWhatIsMissingAndNothingTwice() throws Exception {
    TopicCreation creation = new TopicCreation(topics, 6, ONE);

    assertThat(creation.ensure(admin)).hasSize(Topics.all().size()).contains("prod.receivables");
    assertThat(creation.ensure(admin)).isEmpty();
  }

  @Test
  void whatIsSpreadByCustomerHasOneCountAndTheRestOnePartition() throws Exception {
    new TopicCreation(topics, 6, ONE).ensure(admin);

    for (Topic<?> topic : Topics.all()) {
      assertThat(partitions("prod." + topic.name()))
          .isEqualTo(topic.spread() == Topic.Spread.ONE ? 1 : 6);
    }
  }

  @Test
  void everythingIsKeptForEver() throws Exception {
    new TopicCreation(topics, 6, ONE).ensure(admin);

    for (Topic<?> topic : Topics.all()) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topics.name(topic));
      assertThat(
              Objects.requireNonNull(
                      admin.describeConfigs(Set.of(resource)).all().get().get(resource))
                  .get("retention.ms")
                  .value())
          .as(topic.name())
          .isEqualTo("-1");
    }
  }

  @Test
  void anExistingTopicWithAnotherCountIsRefusedBeforeAnythingIsCreated() throws Exception {
    admin.createTopics(List.of(new NewTopic("prod.payment-events", 4, ONE))).all().get();

    assertThatThrownBy(() -> new TopicCreation(topics, 6, ONE).ensure(admin))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("prod.payment-events has 4, not 6");
    assertThat(admin.listTopics().names().get()).containsExactly("prod.payment-events");
  }

  @Test
  void aGlobalTopicWithSeveralPartitionsIsRefused() throws Exception {
    admin.createTopics(List.of(new NewTopic("prod.dead-letters", 4, ONE))).all().get();

    assertThatThrownBy(() -> new TopicCreation(topics, 4, ONE).ensure(admin))
        .hasMessageContaining("prod.dead-letters has 4, not 1");
  }

  @Test
  void topicsOfOthersAreNoneOfItsBusiness() throws Exception {
    admin.createTopics(List.of(new NewTopic("payment-events", 4, ONE))).all().get();

    assertThat(new TopicCreation(topics, 6, ONE).ensure(admin)).contains("prod.payment-events");
  }

  @Test
  void aCountOfNothingIsRefused() {
    assertThatThrownBy(() -> new TopicCreation(topics, 0, ONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private int partitions(String name) throws Exception {
    return Objects.requireNonNull(
            admin.describeTopics(Set.of(name)).allTopicNames().get().get(name))
        .partitions()
        .size();
  }
}
