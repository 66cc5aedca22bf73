package io.duecast.forecast;

import static io.duecast.Examples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.ExpectedPayment;
import java.time.LocalDate;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PaymentDistributionTest {
  private static final Offset<Double> NEARLY = within(1e-5);
  private static final LocalDate DUE = day("2026-03-20");

  @Test
  void whatComesInEachAgeingBucketIsWhatTheAssessmentSays() {
    PaymentDistribution days = PaymentDistribution.of(Outlooks.dueOn(DUE), CashLessons.NONE);

    assertThat(days.unpaidAfter(DUE)).isCloseTo(0.3, NEARLY);
    assertThat(days.unpaidAfter(DUE.plusDays(30))).isCloseTo(0.13, NEARLY);
    assertThat(days.unpaidAfter(DUE.plusDays(60))).isCloseTo(0.06, NEARLY);
    assertThat(days.unpaidAfter(DUE.plusDays(90))).isCloseTo(0.01, NEARLY);
  }

  @Test
  void graceMovesTheBuckets() {
    Outlook usual = Outlooks.dueOn(DUE);
    Outlook outlook = new Outlook(DUE, 5, usual.byBucket(), usual.expected());
    PaymentDistribution days = PaymentDistribution.of(outlook, CashLessons.NONE);

    assertThat(days.unpaidAfter(DUE.plusDays(5))).isCloseTo(0.3, NEARLY);
    assertThat(days.unpaidAfter(DUE.plusDays(95))).isCloseTo(0.01, NEARLY);
  }

  @Test
  void withinABucketTheIntervalSaysOnWhichDays() {
    AgingProbabilities inTime = new AgingProbabilities(1, 0, 0, 0, 0);
    ExpectedPayment early =
        new ExpectedPayment(DUE.minusDays(9), DUE.minusDays(11), DUE.minusDays(7));
    PaymentDistribution days =
        PaymentDistribution.of(new Outlook(DUE, 0, inTime, early), CashLessons.NONE);

    assertThat(days.unpaidAfter(DUE.minusDays(12))).isBetween(0.85, 0.95);
    assertThat(days.unpaidAfter(DUE.minusDays(7))).isBetween(0.05, 0.15);
  }

  @Test
  void whereInItsIntervalAnInvoiceComesIsLearned() {
    Outlook outlook = Outlooks.dueOn(DUE);
    IntervalPast past = IntervalPast.NONE;
    for (int i = 0; i < 1000; i++) {
      past = past.after(outlook, i % 10 == 0 ? DUE.minusDays(1) : DUE);
    }
    PaymentDistribution days =
        PaymentDistribution.of(
            outlook, new CashLessons(past, OldDebtPace.UNKNOWN, PromiseTally.NONE));

    assertThat(days.unpaidAfter(DUE.minusDays(2))).isGreaterThan(0.97);
    assertThat(days.unpaidAfter(DUE.minusDays(1))).isBetween(0.9, 0.95);
    assertThat(days.unpaidAfter(DUE)).isCloseTo(0.3, NEARLY);
  }

  @Test
  void oldDebtComesAtTheCompanysPace() {
    OldDebtPace pace = new OldDebtPace(10_000, 500);
    PaymentDistribution days =
        PaymentDistribution.of(
            Outlooks.dueOn(DUE), new CashLessons(IntervalPast.NONE, pace, PromiseTally.NONE));
    LocalDate longAfter = DUE.plusDays(400);

    assertThat(days.unpaidAfter(longAfter.plusDays(7)) / days.unpaidAfter(longAfter))
        .isCloseTo(0.95, within(0.001));
    WeekShares shares = days.unpaidAt(new ForecastWeeks(longAfter, 13));
    assertThat(shares.later()).isCloseTo(Math.pow(0.95, 13), within(0.03));
  }

  @Test
  void anInvoiceThatIsStillUnpaidIsAsLateAsThoseThatWere() {
    PaymentDistribution days = PaymentDistribution.of(Outlooks.dueOn(DUE), CashLessons.NONE);
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(day("2026-04-20"));

    WeekShares shares = days.unpaidAt(weeks);

    double throughSixty = 0;
    for (int week = 0; weeks.to(week).isBefore(day("2026-05-19")); week++) {
      throughSixty += shares.of(week);
    }
    assertThat(throughSixty).isCloseTo(0.07 / 0.13, within(0.03));
  }

  @Test
  void aPromiseComesOnItsDayIfItIsKept() {
    PaymentDistribution days = PaymentDistribution.of(Outlooks.dueOn(DUE), CashLessons.NONE);
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(day("2026-04-06"));

    WeekShares shares = days.promised(weeks, day("2026-04-22"), 0.75);

    assertThat(shares.of(0)).isZero();
    assertThat(shares.of(1)).isZero();
    assertThat(shares.of(2)).isBetween(0.75, 0.85);
    assertThat(shares.later()).isLessThan(days.unpaidAt(weeks).later());
  }

  @Test
  void aPromiseThatIsOverSaysNothing() {
    PaymentDistribution days = PaymentDistribution.of(Outlooks.dueOn(DUE), CashLessons.NONE);
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(day("2026-04-06"));

    WeekShares shares = days.promised(weeks, day("2026-04-05"), 0.75);

    assertThat(shares.of(0)).isEqualTo(days.unpaidAt(weeks).of(0));
  }

  @Property(tries = 300)
  void whatIsUnpaidNeverRisesAndTheSharesSumToOne(@ForAll long seed) {
    Random random = new Random(seed);
    LocalDate asOf = day("2026-03-02").plusDays(random.nextInt(7));
    PaymentDistribution days =
        PaymentDistribution.of(Outlooks.random(random, asOf), CashLessons.NONE);

    double before = 1;
    for (int i = -500; i < 700; i++) {
      double after = days.unpaidAfter(asOf.plusDays(i));
      assertThat(after).isPositive().isLessThanOrEqualTo(before);
      before = after;
    }
    WeekShares shares = days.unpaidAt(ForecastWeeks.quarterFrom(asOf));
    double sum = shares.later();
    for (int week = 0; week < shares.weeks(); week++) {
      assertThat(shares.of(week)).isBetween(0.0, 1.0);
      sum += shares.of(week);
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  @Test
  void debtOfAnotherCenturyComesAtThePaceOfOldDebt() {
    CashLessons quick =
        new CashLessons(IntervalPast.NONE, new OldDebtPace(1_000, 400), PromiseTally.NONE);
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(LocalDate.parse("2026-03-02"));

    WeekShares shares =
        PaymentDistribution.of(Outlooks.dueOn(LocalDate.parse("1900-01-01")), quick)
            .unpaidAt(weeks);

    assertThat(shares.of(0)).isCloseTo(quick.oldDebt().weekly(), within(1e-9));
    assertThat(shares.of(1)).isCloseTo(shares.of(0) * (1 - shares.of(0)), within(1e-9));
  }
}
