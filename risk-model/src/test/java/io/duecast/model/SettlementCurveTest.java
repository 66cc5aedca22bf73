package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.duecast.risk.AgingProbabilities;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SettlementCurveTest {
  private static final SettlementCurve CURVE = new SettlementCurve(0.4, 0.2, 0.05, 0.02);

  @Test
  void aBucketIsTheFallOfTheCurveOverIt() {
    assertBuckets(CURVE.byBucket(), 0.6, 0.2, 0.15, 0.03, 0.02);
  }

  @Test
  void whatGraceStillCoversIsAsItWasAtIssue() {
    assertThat(CURVE.byBucketIfUnpaidAfter(-1)).isEqualTo(CURVE.byBucket());
  }

  @Test
  void whoIsUnpaidWhenGraceIsOverIsLate() {
    assertBuckets(CURVE.byBucketIfUnpaidAfter(0), 0, 0.5, 0.375, 0.075, 0.05);
  }

  @Test
  void anAgedInvoiceIsJudgedOnHavingComeSoFar() {
    assertBuckets(CURVE.byBucketIfUnpaidAfter(30), 0, 0, 0.75, 0.15, 0.1);
    assertBuckets(CURVE.byBucketIfUnpaidAfter(60), 0, 0, 0, 0.6, 0.4);
    assertBuckets(CURVE.byBucketIfUnpaidAfter(90), 0, 0, 0, 0, 1);
    assertBuckets(CURVE.byBucketIfUnpaidAfter(400), 0, 0, 0, 0, 1);
  }

  @Test
  void betweenTwoHorizonsTheRateOfPaymentIsConstant() {
    assertThat(CURVE.unpaidAfter(15)).isCloseTo(Math.sqrt(0.4 * 0.2), within(1e-15));
    assertThat(CURVE.unpaidAfter(75)).isCloseTo(Math.sqrt(0.05 * 0.02), within(1e-15));
  }

  @Test
  void aCurveThatRisesIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettlementCurve(0.4, 0.2, 0.21, 0.02));
    assertThatIllegalArgumentException().isThrownBy(() -> new SettlementCurve(1.1, 0.2, 0.1, 0.02));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SettlementCurve(0.4, 0.2, 0.1, Double.NaN));
  }

  @Property(tries = 1000)
  void theChainMultipliesWhatItsLinksSay(@ForAll long seed) {
    HorizonChain chain = RandomModels.model(seed).chain();
    double[] row = new RandomForests(seed, chain.features()).row();

    SettlementCurve curve = chain.curve(row);

    double unpaid = 1;
    double[] expected = new double[4];
    for (int i = 0; i < 4; i++) {
      Horizon link = chain.horizons().get(i);
      unpaid *= link.calibration().probability(link.forest().score(row));
      expected[i] = unpaid;
    }
    assertThat(List.of(curve.probabilityLate(), curve.after30(), curve.after60(), curve.after90()))
        .containsExactly(expected[0], expected[1], expected[2], expected[3]);
  }

  @Property(tries = 1000)
  void theOlderAnInvoiceTheLaterItIsPaid(@ForAll long seed) {
    HorizonChain chain = RandomModels.model(seed).chain();
    SettlementCurve curve = chain.curve(new RandomForests(seed, chain.features()).row());

    double over90 = 0;
    for (int days = -2; days < 100; days++) {
      AgingProbabilities buckets = curve.byBucketIfUnpaidAfter(days);
      assertThat(
              List.of(
                  buckets.onTime(),
                  buckets.days1To30(),
                  buckets.days31To60(),
                  buckets.days61To90()))
          .allSatisfy(it -> assertThat(it).isBetween(0.0, 1.0));
      assertThat(buckets.daysOver90()).isBetween(over90 - 1e-12, 1.0);
      over90 = buckets.daysOver90();
    }
    assertThat(over90).isEqualTo(1);
  }

  @Test
  void aChainOfOtherHorizonsIsRefused() {
    List<Horizon> horizons = RandomModels.model(11).chain().horizons();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HorizonChain(horizons.subList(0, 3)))
        .withMessageContaining("[0, 30, 60]");
    List<Horizon> others = RandomModels.model(13).chain().horizons();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HorizonChain(
                    List.of(horizons.get(0), others.get(1), horizons.get(2), horizons.get(3))))
        .withMessageContaining("other features");
  }

  private static void assertBuckets(
      AgingProbabilities actual,
      double onTime,
      double to30,
      double to60,
      double to90,
      double more) {
    assertThat(
            new double[] {
              actual.onTime(),
              actual.days1To30(),
              actual.days31To60(),
              actual.days61To90(),
              actual.daysOver90()
            })
        .containsExactly(new double[] {onTime, to30, to60, to90, more}, within(1e-15));
  }
}
