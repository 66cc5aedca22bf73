package io.duecast.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrainTest {
  private static final LocalDate FROM = LocalDate.of(2025, 1, 17);
  private static final LocalDate AS_OF = LocalDate.of(2025, 7, 1);

  @Test
  void aModelIsReleasedOnTheFirstDayAndThenAtTheRhythm() {
    assertThat(released("never")).containsExactly(FROM);
    assertThat(released("monthly"))
        .containsExactly(FROM, of(2, 1), of(3, 1), of(4, 1), of(5, 1), of(6, 1));
    assertThat(released("quarterly")).containsExactly(FROM, of(4, 1));
  }

  @Test
  void theFirstDayIsNotCountedTwice() {
    assertThat(Retrain.MONTHLY.releases(of(1, 1), of(2, 2))).containsExactly(of(1, 1), of(2, 1));
    assertThat(Retrain.MONTHLY.releases(of(3, 1), of(3, 1))).containsExactly(of(3, 1));
  }

  @Test
  void daysOutsideTheTestAreLeftOut() {
    assertThat(released("2025-03-13, 2025-02-11,2024-12-24,2025-07-01"))
        .containsExactly(FROM, of(2, 11), of(3, 13));
  }

  @Test
  void itIsWrittenAsItIsRead() {
    for (String text : List.of("never", "monthly", "quarterly", "2025-02-11,2025-03-13")) {
      assertThat(Retrain.parse(text)).hasToString(text);
    }
    assertThatThrownBy(() -> Retrain.parse("weekly"))
        .hasMessageContaining("'weekly' is neither never, monthly or quarterly, nor days as in");
    assertThatThrownBy(() -> Retrain.parse("2025-02-30")).hasMessageContaining("2025-02-30");
  }

  private static List<LocalDate> released(String text) {
    return Retrain.parse(text).releases(FROM, AS_OF);
  }

  private static LocalDate of(int month, int day) {
    return LocalDate.of(2025, month, day);
  }
}
