package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentDaysTest {
  private static final double[] ROW = {};

  @Test
  void theIntervalLeavesOutWhatTheLengthOfTheHistoryAllows() {
    PaymentDays days = new PaymentDays(hundred(), null, List.of(0.04, 0.05, 0.1, 0.1));

    assertThat(days.of(ROW, new CustomerPast(0, 0))).isEqualTo(new PaymentDays.Days(0, 70, 140));
    assertThat(days.of(ROW, new CustomerPast(19, 3))).isEqualTo(new PaymentDays.Days(10, 70, 130));
    assertThat(days.of(ROW, new CustomerPast(20, 3))).isEqualTo(new PaymentDays.Days(10, 70, 130));
  }

  @Test
  void daysAreCountedFromTheCustomersUsualOneIfTheForestLearnedThemSo() {
    PaymentDays days = new PaymentDays(hundred(), 4, List.of(0.1, 0.1, 0.1, 0.1));

    assertThat(days.of(ROW, new CustomerPast(0, 0)).expected()).isEqualTo(70 + 4);
    assertThat(days.of(ROW, new CustomerPast(3, 10)).expected()).isEqualTo(70 + 7);
    assertThat(days.of(ROW, new CustomerPast(97, -20)))
        .isEqualTo(new PaymentDays.Days(10 - 19, 70 - 19, 130 - 19));
  }

  @Test
  void aPastThatIsMissingIsNone() {
    assertThat(CustomerPast.of(Double.NaN, 5)).isEqualTo(new CustomerPast(0, 0));
    assertThat(CustomerPast.of(5, Double.NaN).length()).isEqualTo(HistoryLength.NONE);
    assertThat(CustomerPast.of(5, 2.5)).isEqualTo(new CustomerPast(5, 2.5));
  }

  @Test
  void historiesHaveTheirLengths() {
    assertThat(List.of(0, 1, 4, 5, 19, 20, 4711))
        .extracting(it -> HistoryLength.of(it).key())
        .containsExactly("0", "1-4", "1-4", "5-19", "5-19", "20+", "20+");
  }

  @Test
  void anIntervalThatLeavesOutMoreThanATenthIsNoneOf80Percent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentDays(hundred(), null, List.of(0.1, 0.1, 0.11, 0.1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentDays(hundred(), null, List.of(0.1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentDays(hundred(), 40_000, List.of(0.1, 0.1, 0.1, 0.1)));
  }

  /** One leaf whose days are 0, 10, 20 … 140. */
  private static PaymentForest hundred() {
    CompiledForest forest =
        CompiledForest.of(
            new ForestDefinition(List.of(), List.of(new TreeNode.Leaf(new ClassWeights(1, 1)))));
    short[] days = new short[PaidDays.POINTS];
    for (int i = 0; i < days.length; i++) {
      days[i] = (short) (10 * i);
    }
    return new PaymentForest(forest, days);
  }
}
