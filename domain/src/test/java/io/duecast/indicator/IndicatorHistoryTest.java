package io.duecast.indicator;

import static io.duecast.Examples.day;
import static io.duecast.Examples.envelope;
import static io.duecast.Examples.morningOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IndicatorHistoryTest {
  @Test
  void aFigureIsKnownFromItsPublicationOn() {
    IndicatorHistory history = of(figure("2026-01-01", 5.1, "2026-02-15"));

    assertThat(history.latest(morningOf(day("2026-02-14")))).isNaN();
    assertThat(history.latest(morningOf(day("2026-02-15")))).isEqualTo(5.1);
  }

  @Test
  void aRevisionCountsFromItsOwnPublicationOn() {
    IndicatorHistory history =
        of(figure("2026-01-01", 5.1, "2026-02-15"), figure("2026-01-01", 5.3, "2026-03-15"));

    assertThat(history.latest(morningOf(day("2026-03-14")))).isEqualTo(5.1);
    assertThat(history.latest(morningOf(day("2026-03-15")))).isEqualTo(5.3);
  }

  @Test
  void aRevisionOfAnEarlierPeriodDoesNotHideTheLatest() {
    IndicatorHistory history =
        of(
            figure("2026-01-01", 5.1, "2026-02-15"),
            figure("2026-02-01", 5.7, "2026-03-15"),
            figure("2026-01-01", 5.3, "2026-03-20"));

    assertThat(history.latest(morningOf(day("2026-04-01")))).isEqualTo(5.7);
  }

  @Test
  void theOrderOfArrivalDoesNotMatterAndARepeatAddsNothing() {
    EconomicIndicator first = figure("2026-01-01", 5.1, "2026-02-15");
    EconomicIndicator second = figure("2026-01-01", 5.3, "2026-03-15");

    assertThat(of(second, first)).isEqualTo(of(first, second));
    assertThat(of(first, first)).isEqualTo(of(first));
  }

  @Test
  void beforeTheFirstFigureThereIsNone() {
    assertThat(IndicatorHistory.NONE.latest(Instant.MAX)).isNaN();
  }

  private static IndicatorHistory of(EconomicIndicator... figures) {
    IndicatorHistory history = IndicatorHistory.NONE;
    for (EconomicIndicator figure : figures) {
      history = history.after(figure);
    }
    return history;
  }

  private static EconomicIndicator figure(String period, double value, String publishedOn) {
    Instant at = morningOf(day(publishedOn));
    return new EconomicIndicator(
        envelope("unemployment-" + period + "-" + publishedOn, at),
        "unemployment",
        "DE",
        null,
        day(period),
        value,
        at,
        1);
  }
}
