package io.duecast.trainer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 2,000 invoices of 100 customers, each late with a probability that is known here. */
class GateTest {
  private static final int ROWS = 2_000;
  private static final int CUSTOMERS = 100;

  private final Random random = new Random(7);
  private final double[] truth = new double[ROWS];
  private final BitSet late = new BitSet();
  private final List<String> customers = new ArrayList<>();
  private final List<@Nullable String> segments = new ArrayList<>();
  private final Gate gate = new Gate(GatePolicy.DEFAULT);

  GateTest() {
    for (int row = 0; row < ROWS; row++) {
      truth[row] = 0.02 + 0.6 * Math.pow(random.nextDouble(), 3);
      late.set(row, random.nextDouble() < truth[row]);
      customers.add("c" + row % CUSTOMERS);
      segments.add(row % 4 == 0 ? "small" : "large");
    }
  }

  @Test
  void whoKnowsMoreThanTheRulePasses() {
    Verdict verdict = gate.judge(contest(truth, new double[0]));

    assertThat(verdict.passed()).as("%s", verdict).isTrue();
    assertThat(verdict.rows()).isEqualTo(ROWS);
    assertThat(verdict.metrics().get("candidate.brier"))
        .isLessThan(verdict.metrics().get("rule.brier"));
    assertThat(verdict.metrics()).doesNotContainKey("champion.brier");
  }

  @Test
  void oneThatLearnedFromShuffledLabelsIsRefused() {
    Verdict verdict = gate.judge(contest(shuffled(), new double[0]));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons().getFirst()).startsWith("no proof: Brier");
  }

  @Test
  void oneThatSaysTheSameOfAllIsRefusedHoweverBadTheRuleIs() {
    double[] same = new double[ROWS];
    Arrays.fill(same, (double) late.cardinality() / ROWS);

    Verdict verdict = gate.judge(contest(same, new double[0]));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons()).singleElement().asString().contains("the same share for all");
  }

  @Test
  void oneThatIsWorseThanTheChampionIsRefused() {
    Verdict verdict = gate.judge(contest(noisy(0.1), truth));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons()).anyMatch(it -> it.startsWith("worse than the champion"));
  }

  @Test
  void oneThatIsAsGoodAsTheChampionPasses() {
    Verdict verdict = gate.judge(contest(truth, noisy(0.01)));

    assertThat(verdict.passed()).as("%s", verdict).isTrue();
  }

  @Test
  void oneThatIsBadForASegmentAloneIsRefused() {
    double[] candidate = truth.clone();
    for (int row = 0; row < ROWS; row++) {
      // Better than the champion by far, but upside down for small customers.
      candidate[row] = row % 4 == 0 ? 0.62 - truth[row] : sharpened(row);
    }
    Verdict verdict = gate.judge(contest(candidate, truth));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons()).anyMatch(it -> it.contains("badly worse in segment small"));
    assertThat(verdict.reasons()).noneMatch(it -> it.startsWith("worse than the champion"));
  }

  @Test
  void fewInvoicesProveNothing() {
    BitSet one = new BitSet();
    one.set(0);
    Contest contest =
        new Contest(
            one,
            customers.subList(0, 150),
            segments.subList(0, 150),
            new double[150],
            new double[0],
            new double[150],
            0.1);

    Verdict verdict = gate.judge(contest);

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reasons()).singleElement().asString().contains("150").contains("200");
  }

  @Test
  void twoThatSayTheSameAreEven() {
    assertThat(PairedTest.better(contest(truth, truth), truth, truth)).isEqualTo(0.5);
  }

  private double sharpened(int row) {
    return late.get(row) ? Math.min(0.95, truth[row] + 0.3) : truth[row] * 0.7;
  }

  private double[] shuffled() {
    double[] shuffled = truth.clone();
    for (int i = ROWS - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = shuffled[i];
      shuffled[i] = shuffled[j];
      shuffled[j] = kept;
    }
    return shuffled;
  }

  private double[] noisy(double by) {
    double[] noisy = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      noisy[row] = Math.clamp(truth[row] + by * random.nextGaussian(), 0.0, 1.0);
    }
    return noisy;
  }

  private Contest contest(double[] candidate, double[] champion) {
    double prior = (double) late.cardinality() / ROWS;
    double[] rule = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      rule[row] = Math.clamp(prior + 0.1 * random.nextGaussian(), 0.0, 1.0);
    }
    return new Contest(late, customers, segments, candidate, champion, rule, prior);
  }
}
