package io.duecast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.benchmarks.RegimeChange.Month;
import io.duecast.trainer.chain.TrainingSettings;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegimeChangeTest {
  private static final long SEED = 17;

  @Test
  void aNewBehaviourIsLearnedFromItsLabels() throws Exception {
    List<Month> months =
        new RegimeChange(200, 150, 210, SEED, TrainingSettings.QUICK).measure(month -> {});

    assertThat(months).hasSizeGreaterThan(5);
    assertThat(months.getFirst().labels()).isLessThan(500);
    assertThat(months.get(1).ratio()).as("%s", months).isGreaterThan(1.05);
    long labels = RegimeChange.labelsUntilNear(withoutTheLast(months)).orElseThrow();
    assertThat(labels).as("%s", months).isBetween(500L, 5_000L);
    Month late = months.get(months.size() - 3);
    assertThat(late.learning()).isLessThan(late.neverAgain());
  }

  @Test
  void nearIsNearForGood() {
    assertThat(RegimeChange.labelsUntilNear(List.of(month(10, 1.0), month(20, 1.2)))).isEmpty();
    assertThat(RegimeChange.labelsUntilNear(List.of(month(10, 1.2), month(20, 1.04), month(30, 1))))
        .hasValue(20);
    assertThat(RegimeChange.labelsUntilNear(List.of(month(0, 1.0), month(20, 1.0)))).hasValue(20);
  }

  /** It has few invoices that have matured. */
  private static List<Month> withoutTheLast(List<Month> months) {
    return months.subList(0, months.size() - 1);
  }

  private static Month month(long labels, double ratio) {
    return new Month(LocalDate.of(2026, 1, 1), 100, 0.2, labels, ratio, 2, 1);
  }
}
