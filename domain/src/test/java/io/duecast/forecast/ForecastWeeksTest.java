package io.duecast.forecast;

import static io.duecast.Examples.day;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForecastWeeksTest {
  @Test
  void weeksGoFromMondayToSunday() {
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(day("2026-03-02"));

    assertThat(weeks.from(0)).isEqualTo("2026-03-02");
    assertThat(weeks.to(0)).isEqualTo("2026-03-08");
    assertThat(weeks.from(12)).isEqualTo("2026-05-25");
    assertThat(weeks.to(12)).isEqualTo("2026-05-31");
  }

  @Test
  void theFirstIsWhatIsLeftOfTheWeekOfTheDay() {
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(day("2026-03-08"));

    assertThat(weeks.from(0)).isEqualTo("2026-03-08");
    assertThat(weeks.to(0)).isEqualTo("2026-03-08");
    assertThat(weeks.from(1)).isEqualTo("2026-03-09");
  }

  @Test
  void eachDayHasItsWeek() {
    ForecastWeeks weeks = new ForecastWeeks(day("2026-03-05"), 2);

    assertThat(weeks.weekOf(day("2026-03-05"))).isZero();
    assertThat(weeks.weekOf(day("2026-03-08"))).isZero();
    assertThat(weeks.weekOf(day("2026-03-09"))).isEqualTo(1);
    assertThat(weeks.weekOf(day("2026-03-15"))).isEqualTo(1);
    assertThat(weeks.weekOf(day("2026-03-16"))).isEqualTo(2);
    assertThat(weeks.weekOf(day("2036-03-16"))).isEqualTo(2);
    assertThat(weeks.weekOf(day("2026-03-01"))).as("what is over comes now").isZero();
  }
}
