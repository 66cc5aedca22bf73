package io.duecast.forecast;

import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CashAccuracyTest {
  @Test
  void errorsAreWeighedByWhatCame() {
    CashAccuracy accuracy =
        CashAccuracy.NONE
            .after(week("100", "80", "120", "110", "150", "90"))
            .after(week("50", "40", "60", "90", "0", "90"));

    assertThat(accuracy.wape()).isEqualByComparingTo("0.25");
    assertThat(accuracy.wapeByDueDate()).isEqualByComparingTo("0.65");
    assertThat(accuracy.wapeByDelay()).isEqualByComparingTo("0.1");
    assertThat(accuracy.coverage()).isEqualByComparingTo("0.5");
  }

  @Test
  void withoutCashThereIsNothingToWeighBy() {
    assertThat(CashAccuracy.NONE.wape()).isNull();
    assertThat(CashAccuracy.NONE.coverage()).isNull();
    assertThat(CashAccuracy.NONE.after(week("1", "0", "2", "0", "1", "1")).wape()).isNull();
  }

  private static EndedWeek week(
      String expected, String p10, String p90, String came, String dueDate, String delay) {
    ForecastWeek said =
        new ForecastWeek(
            day("2026-03-02"), day("2026-03-08"), eur(expected), eur(p10), eur(expected), eur(p90));
    return new EndedWeek(0, said, eur(dueDate), eur(delay), eur(came));
  }
}
