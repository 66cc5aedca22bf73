package io.duecast.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.chain.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CashBacktestTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 12, 10);
  private static final LocalDate LATER = LocalDate.of(2025, 3, 3);
  private static final SmallBook BOOK = SmallBook.of(11, 1500);

  @TempDir Path directory;

  @Test
  void everyMondayOfTheTestForecastsTheWeeksThatAreOver() throws Exception {
    List<CashWeek> weeks = run(BOOK);

    assertThat(weeks).first().extracting(CashWeek::origin).isEqualTo(LocalDate.of(2024, 12, 16));
    assertThat(weeks).last().extracting(CashWeek::origin).isEqualTo(LocalDate.of(2025, 4, 21));
    assertThat(weeks).allMatch(it -> it.said().to().isBefore(LocalDate.of(2025, 5, 1)));
    assertThat(weeks).filteredOn(it -> it.origin().equals(FIRST.plusDays(6))).hasSize(13);
    assertThat(weeks).allMatch(it -> it.said().from().equals(it.origin().plusWeeks(it.week())));
  }

  @Test
  void whatCameIsWhatWasOpenAtTheOriginAndPaidInTheWeek() throws Exception {
    for (CashWeek week : run(BOOK)) {
      assertThat(week.came()).isEqualTo(sum(week.origin(), it -> isIn(it.paid(), week)));
    }
  }

  @Test
  void paidOnTheDueDateMeansTodayIfThatIsOver() throws Exception {
    for (CashWeek week : run(BOOK)) {
      assertThat(week.byDueDate())
          .isEqualTo(
              sum(
                  week.origin(),
                  it -> isIn(it.due().isBefore(week.origin()) ? week.origin() : it.due(), week)));
    }
  }

  @Test
  void shufflingTheFutureChangesNothingThatWasForecastBefore() throws Exception {
    List<CashWeek> before = run(BOOK);
    List<CashWeek> after = run(BOOK.withShuffledPaymentsFrom(LATER, 13));

    assertThat(said(after, LATER)).isEqualTo(said(before, LATER)).hasSizeGreaterThan(80);
    assertThat(said(after, LocalDate.MAX)).isNotEqualTo(said(before, LocalDate.MAX));
  }

  /** What each week was said to bring, as far as it was said by a day, whatever came. */
  private static List<List<Object>> said(List<CashWeek> weeks, LocalDate upTo) {
    return weeks.stream()
        .filter(it -> !it.origin().isAfter(upTo))
        .map(
            it ->
                List.<Object>of(
                    it.said(), it.uncalibrated(), it.apart(), it.byDueDate(), it.byCustomerDelay()))
        .toList();
  }

  private static boolean isIn(LocalDate day, CashWeek week) {
    return !day.isBefore(week.said().from()) && !day.isAfter(week.said().to());
  }

  private static Money sum(LocalDate origin, Predicate<SmallBook.Line> wanted) {
    int sum =
        BOOK.lines().stream()
            .filter(it -> it.issued().isBefore(origin) && !it.paid().isBefore(origin))
            .filter(wanted)
            .mapToInt(SmallBook.Line::amount)
            .sum();
    return Money.of(Integer.toString(sum), "EUR");
  }

  private List<CashWeek> run(SmallBook book) throws IOException {
    LabelPolicy policy = new LabelPolicy(0);
    BacktestSettings settings =
        new BacktestSettings(
            null, new Split.OnDay(FIRST), policy, Retrain.NEVER, 1, TrainingSettings.DEFAULT);
    LocalDate end = LocalDate.of(2025, 5, 1);
    return CashBacktest.of(
        new BacktestResult(
            book.fold(directory, policy), FIRST, end, settings, List.of(), List.of()));
  }
}
