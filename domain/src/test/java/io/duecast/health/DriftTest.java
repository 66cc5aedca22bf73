package io.duecast.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.attribute.AttributeValue;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftTest {
  private static final FeatureReference TERMS =
      FeatureReference.ofNumbers("terms", 0.2, new Random(11).doubles(5000, 0, 60).toArray());

  @ParameterizedTest
  @ValueSource(ints = {100, 150, 400, 3000})
  void whatComesFromTheSameDistributionIsStableHoweverFewItIs(int rows) {
    for (int seed = 0; seed < 200; seed++) {
      Drift drift = drift(new Random(seed).doubles(rows, 0, 60).toArray());
      assertThat(drift.verdict()).as("seed %d: %s", seed, drift).isEqualTo(DriftVerdict.STABLE);
    }
  }

  @Test
  void aShiftIsFoundAndSaidInPlainWords() {
    Drift drift = drift(new Random(13).doubles(1000, 30, 60).toArray());

    assertThat(drift.verdict()).isEqualTo(DriftVerdict.DRIFTED);
    assertThat(drift.sentence()).startsWith("terms has drifted: ").contains("in training 10 %");
  }

  @Test
  void aSmallShiftMoves() {
    double[] most = new Random(13).doubles(2000, 0, 60).toArray();
    double[] live =
        IntStream.range(0, 2000).mapToDouble(i -> i % 3 == 0 ? most[i] / 4 : most[i]).toArray();

    assertThat(drift(live).verdict()).isEqualTo(DriftVerdict.MOVING);
  }

  @Test
  void aFeatureThatIsNoLongerServedHasDrifted() {
    long[] live = new long[TERMS.places()];
    live[TERMS.places() - 1] = 500;

    Drift drift = Drift.of(TERMS, live);

    assertThat(drift.verdict()).isEqualTo(DriftVerdict.DRIFTED);
    assertThat(drift.missing()).isEqualTo(1);
    assertThat(drift.missingBefore()).isZero();
    assertThat(drift.sentence())
        .isEqualTo("terms has drifted: no value in 100 % of the invoices, in training 0 %");
  }

  @Test
  void aWordThatWasNotInTrainingIsFound() {
    FeatureReference channel =
        new FeatureReference("channel", 0.1, List.of(), List.of("mail"), List.of(900L, 0L), 0);

    assertThat(Drift.of(channel, new long[] {500, 500, 0}).sentence())
        .isEqualTo("channel has drifted: another word in 50 % of the invoices, in training 0 %");
  }

  @Test
  void ofTooFewNothingIsSaid() {
    Drift drift = drift(new Random(13).doubles(Drift.FEWEST_ROWS - 1, 50, 60).toArray());

    assertThat(drift.verdict()).isEqualTo(DriftVerdict.TOO_FEW);
    assertThat(drift.sentence()).isEqualTo("terms: 99 invoices are too few to tell");
  }

  private static Drift drift(double[] values) {
    long[] live = new long[TERMS.places()];
    for (double value : values) {
      live[TERMS.place(new AttributeValue.Numeric(value))]++;
    }
    return Drift.of(TERMS, live);
  }
}
