package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.Fact;
import io.duecast.wire.codec.Trust;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  @Test
  void everyConstantIsAmongAll() {
    assertThat(
            Arrays.stream(Topics.class.getFields()).filter(f -> f.getType() == Topic.class).count())
        .isEqualTo(Topics.all().size());
    assertThat(Topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void everyFactHasOneTopicOfItsOwnAndThatOfHistory() {
    for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
      assertThat(
              Topics.all().stream()
                  .filter(topic -> topic.trust() == Trust.OUTSIDE)
                  .filter(topic -> topic.types().contains(fact)))
          .as(fact.getSimpleName())
          .hasSize(2)
          .contains(Topics.HISTORICAL_EVENTS);
    }
    assertThat(Topics.HISTORICAL_EVENTS.types())
        .hasSize(Fact.class.getPermittedSubclasses().length + 1)
        .contains(DayOpened.class);
  }

  @Test
  void nothingIsEverDeletedAndNoUpdateIsCompactedAway() {
    assertThat(Topics.all())
        .allSatisfy(topic -> assertThat(topic.config()).containsEntry("retention.ms", "-1"));
    assertThat(Topics.CUSTOMER_EVENTS.config()).containsEntry("cleanup.policy", "delete");
  }

  @Test
  void aPrefixIsPartOfTheName() {
    NamedTopics prod = Topics.named("prod.");

    assertThat(prod.name(Topics.RECEIVABLES)).isEqualTo("prod.receivables");
    assertThat(prod.find("prod.receivables")).contains(Topics.RECEIVABLES);
    assertThat(prod.find("receivables")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ä", "x/", "a:"})
  void aPrefixThatKafkaWouldRefuseIsRefused(String prefix) {
    assertThatThrownBy(() -> Topics.named(prefix)).hasMessageContaining(prefix);
  }
}
