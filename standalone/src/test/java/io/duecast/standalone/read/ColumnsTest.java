package io.duecast.standalone.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnsTest {
  static List<Topic<?>> topics() {
    return Topics.all();
  }

  @Test
  void aRiskHasTheColumnsThatABookIsComparedBy() {
    List<String> features = List.of("term_days", "amount");

    assertThat(Columns.of(Topics.INVOICE_RISK, features).names(features))
        .contains(
            "source_row",
            "invoice",
            "customer",
            "probability_late",
            "band",
            "model_id",
            "issued_on",
            "due_on",
            "by_bucket.days_1_to_30")
        .containsSubsequence("feature.term_days", "feature.amount", "issued_on");
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTopicHasColumnsAndNoneTwice(Topic<?> topic) {
    assertThat(Columns.of(topic, List.of()).names(List.of())).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void numbersInsideNamesStandAlone() {
    assertThat(Names.snake("days1To30")).isEqualTo("days_1_to_30");
    assertThat(Names.snake("probabilityLate")).isEqualTo("probability_late");
  }

  @Test
  void linesAreSortedByNumberAndThenByText() {
    List<String> sorted =
        List.of("11", "x", "2", "-3", "").stream()
            .map(cell -> SortKey.of(cell, cell))
            .sorted(SortKey.order())
            .map(SortKey::line)
            .toList();

    assertThat(sorted).containsExactly("-3", "2", "11", "", "x");
  }
}
