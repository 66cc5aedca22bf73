package io.duecast.forecast;

import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.invoiceId;
import static io.duecast.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CashForecasterTest {
  private static final LocalDate MONDAY = day("2026-03-02");
  private static final ForecastWeeks WEEKS = ForecastWeeks.quarterFrom(MONDAY);
  private static final CashForecaster FORECASTER = new CashForecaster(WEEKS, CashLessons.NONE);

  @Property(tries = 200)
  void moneyIsConservedToTheCent(@ForAll long seed) {
    Random random = new Random(seed);
    CashOutlook sum = FORECASTER.nothing(eur("0").currency());
    Money open = eur("0");
    for (List<OpenItem> items : customers(random, 1 + random.nextInt(8), 12, false)) {
      for (OpenItem item : items) {
        open = open.plus(item.balance());
      }
      sum = sum.plus(FORECASTER.outlooks(items, PromiseTally.NONE).getFirst());
    }

    CashForecast forecast =
        CashForecast.of(sum, Togetherness.UNKNOWN, BandCalibration.none(WEEKS.count()));

    Money weeks =
        forecast.weeks().stream().map(ForecastWeek::expected).reduce(eur("0"), Money::plus);
    assertThat(weeks.plus(forecast.later())).isEqualTo(open).isEqualTo(forecast.open());
    for (ForecastWeek week : forecast.weeks()) {
      assertThat(week.p90()).isLessThanOrEqualTo(open);
      assertThat(week.p10().isNegative()).isFalse();
    }
  }

  @Test
  void currenciesAreForecastApart() {
    Outlook outlook = Outlooks.dueOn(MONDAY.plusDays(9));
    List<CashOutlook> outlooks =
        FORECASTER.outlooks(
            List.of(
                new OpenItem(invoiceId("1"), usd("11"), outlook, null),
                new OpenItem(invoiceId("2"), eur("13"), outlook, null),
                new OpenItem(invoiceId("3"), usd("17"), outlook, null)),
            PromiseTally.NONE);

    assertThat(outlooks).extracting(CashOutlook::open).containsExactly(eur("13"), usd("28"));
  }

  @Test
  void outlooksOfOtherWeeksDoNotAddUp() {
    CashOutlook other =
        new CashForecaster(new ForecastWeeks(MONDAY, 2), CashLessons.NONE)
            .nothing(eur("0").currency());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FORECASTER.nothing(eur("0").currency()).plus(other));
  }

  @Test
  void aPromiseEntersWithTheShareThatTheCustomerKeepsShrunkToTheCompanys() {
    CashLessons past =
        new CashLessons(IntervalPast.NONE, OldDebtPace.UNKNOWN, new PromiseTally(895, 990));
    OpenItem promised =
        new OpenItem(
            invoiceId("1"), eur("1000"), Outlooks.dueOn(MONDAY.minusDays(7)), MONDAY.plusDays(7));
    CashForecaster forecaster = new CashForecaster(WEEKS, past);

    Money ofStranger = second(forecaster, promised, PromiseTally.NONE);
    Money ofBreaker = second(forecaster, promised, new PromiseTally(0, 30));

    assertThat(PromiseTally.NONE.keptRate(past.promises())).isEqualTo(0.9);
    assertThat(new PromiseTally(0, 30).keptRate(past.promises())).isEqualTo(0.225);
    assertThat(ofStranger).isBetween(eur("900"), eur("950"));
    assertThat(ofBreaker).isBetween(eur("225"), eur("500"));
  }

  private static Money second(CashForecaster forecaster, OpenItem item, PromiseTally own) {
    return forecaster.outlooks(List.of(item), own).getFirst().weeks().get(1).expected();
  }

  @Test
  void bandsAreThoseOfManyDrawsIfEachInvoiceIsPaidForItself() {
    assertBandsOfDraws(Togetherness.APART, 0);
  }

  @Test
  void andIfACustomerPaysAllAtOnceOrNothing() {
    assertBandsOfDraws(new Togetherness(1, 1), 1);
  }

  @Test
  void andInBetween() {
    assertBandsOfDraws(new Togetherness(0.4, 1), 0.4);
  }

  @Test
  void whereNothingIsLikelyToComeTheBandSaysSo() {
    List<OpenItem> one = List.of(Outlooks.item("1", "1000", Outlooks.dueOn(MONDAY)));
    CashForecast forecast =
        CashForecast.of(
            FORECASTER.outlooks(one, PromiseTally.NONE).getFirst(),
            Togetherness.UNKNOWN,
            BandCalibration.none(WEEKS.count()));

    assertThat(forecast.weeks().get(9).p10()).isEqualTo(eur("0"));
    assertThat(forecast.weeks().get(9).p90()).isEqualTo(eur("0"));
    assertThat(forecast.weeks().get(9).expected()).isGreaterThan(eur("0"));
  }

  /** Means are the same; in large weeks each end of a band cuts off what it says. */
  private static void assertBandsOfDraws(Togetherness togetherness, double share) {
    List<List<OpenItem>> customers = customers(new Random(11), 600, 6, share > 0);
    CashTwin twin = new CashTwin(customers, WEEKS, share, 2_000, 5);
    CashOutlook sum = FORECASTER.nothing(eur("0").currency());
    for (List<OpenItem> items : customers) {
      sum = sum.plus(FORECASTER.outlooks(items, PromiseTally.NONE).getFirst());
    }
    CashForecast forecast = CashForecast.of(sum, togetherness, BandCalibration.none(WEEKS.count()));

    for (int i = 0; i < WEEKS.count(); i++) {
      ForecastWeek week = forecast.weeks().get(i);
      assertThat(twin.mean(i))
          .isCloseTo(week.expected().toDouble(), within(0.05 * week.expected().toDouble()));
      assertThat(twin.upTo(i, week.p10())).as("week %d", i).isCloseTo(0.1, within(0.04));
      assertThat(twin.upTo(i, week.p50())).as("week %d", i).isCloseTo(0.5, within(0.05));
      assertThat(twin.upTo(i, week.p90())).as("week %d", i).isCloseTo(0.9, within(0.04));
    }
    assertThat(twin.lateUpTo(forecast.liquidityReserve())).isCloseTo(0.9, within(0.04));
  }

  /**
   * @param alike whether the invoices of a customer are as likely to come on the same days
   */
  private static List<List<OpenItem>> customers(
      Random random, int customersWanted, int most, boolean alike) {
    List<List<OpenItem>> customers = new ArrayList<>();
    for (int c = 0; c < customersWanted; c++) {
      List<OpenItem> items = new ArrayList<>();
      Outlook first = Outlooks.random(random, MONDAY);
      int count = 1 + random.nextInt(most);
      for (int i = 0; i < count; i++) {
        Money balance =
            new Money(BigDecimal.valueOf(1 + random.nextInt(100_000), 2), eur("0").currency());
        Outlook outlook = alike ? first : Outlooks.random(random, MONDAY);
        items.add(new OpenItem(invoiceId(c + "-" + i), balance, outlook, null));
      }
      customers.add(items);
    }
    return customers;
  }
}
