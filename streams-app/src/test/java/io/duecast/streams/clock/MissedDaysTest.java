package io.duecast.streams.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MissedDaysTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  @Test
  void everyDayOfAnOutageIsOpenedInOrder() {
    assertThat(MissedDays.upTo(TODAY, LocalDate.parse("2026-02-27")))
        .containsExactly(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-01"), TODAY);
  }

  @Test
  void theFirstStartOpensTodayAlone() {
    assertThat(MissedDays.upTo(TODAY, LocalDate.MIN)).containsExactly(TODAY);
  }

  @Test
  void aDayIsNotOpenedTwice() {
    assertThat(MissedDays.upTo(TODAY, TODAY)).isEmpty();
    assertThat(MissedDays.upTo(TODAY, TODAY.plusDays(1))).isEmpty();
  }
}
