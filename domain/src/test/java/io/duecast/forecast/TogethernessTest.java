package io.duecast.forecast;

import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TogethernessTest {
  private static final LocalDate MONDAY = day("2026-03-02");
  private static final ForecastWeeks WEEKS = ForecastWeeks.quarterFrom(MONDAY);
  private static final CashForecaster FORECASTER = new CashForecaster(WEEKS, CashLessons.NONE);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.7, 1})
  void howFarInvoicesMoveTogetherIsFoundInWeeksThatAreOver(double truth) {
    Random random = new Random(13);
    Togetherness learned = Togetherness.UNKNOWN;
    for (int customer = 0; customer < 3_000; customer++) {
      List<OpenItem> items = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        items.add(Outlooks.item(customer + "-" + i, "100", Outlooks.dueOn(MONDAY.plusDays(6))));
      }
      WeekCash said = FORECASTER.outlooks(items, PromiseTally.NONE).getFirst().weeks().getFirst();
      double p = said.expected().toDouble() / 500;
      learned = learned.after(said, drawn(random, p, truth));
    }

    assertThat(learned.share()).isCloseTo(truth, within(0.06));
  }

  private static Money drawn(Random random, double p, double truth) {
    boolean isTogether = random.nextDouble() < truth;
    double common = random.nextDouble();
    Money came = eur("0");
    for (int i = 0; i < 5; i++) {
      double luck = isTogether ? common : random.nextDouble();
      came = luck < p ? came.plus(eur("100")) : came;
    }
    return came;
  }
}
