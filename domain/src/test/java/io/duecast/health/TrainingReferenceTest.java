package io.duecast.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.attribute.AttributeValue;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingReferenceTest {
  @Test
  void numbersThatAllDifferLieInTenEqualBins() {
    double[] values = new Random(11).doubles(1000).toArray();

    FeatureReference reference = FeatureReference.ofNumbers("ratio", 0.3, values);

    assertThat(reference.rows()).hasSize(10).containsOnly(100L);
    assertThat(reference.missing()).isZero();
  }

  @Test
  void aNumberThatComesOftenHasABinOfItsOwn() {
    double[] values =
        DoubleStream.concat(
                DoubleStream.concat(
                    DoubleStream.generate(() -> 0).limit(600),
                    DoubleStream.iterate(-1, it -> it - 1).limit(50)),
                DoubleStream.iterate(1, it -> it + 1).limit(350))
            .toArray();

    FeatureReference reference = FeatureReference.ofNumbers("days", 0.3, values);

    assertThat(reference.limits().subList(0, 2)).containsExactly(-1.0, 0.0);
    assertThat(reference.rows().subList(0, 2)).containsExactly(50L, 600L);
    assertThat(reference.rows().stream().mapToLong(it -> it).sum()).isEqualTo(1000);
  }

  @Test
  void whatIsRareAtTheEndsMakesNoBin() {
    double[] values = new double[1000];
    values[0] = -5;
    values[1] = 5;

    assertThat(FeatureReference.ofNumbers("flag", 0, values).limits()).isEmpty();
  }

  @Test
  void everyServedValueFindsTheBinThatItWasCountedIn() {
    double[] values = new Random(13).ints(500, 0, 30).asDoubleStream().toArray();
    values[7] = Double.NaN;
    FeatureReference reference = FeatureReference.ofNumbers("terms", 0.1, values);
    long[] counted = new long[reference.places()];
    for (double value : values) {
      counted[
          Double.isNaN(value)
              ? reference.place(null)
              : reference.place(new AttributeValue.Numeric(value))]++;
    }

    assertThat(Arrays.stream(counted).boxed().toList()).isEqualTo(reference.byPlace());
    assertThat(reference.missing()).isEqualTo(1);
    assertThat(reference.rows().size()).isBetween(8, 12);
  }

  @Test
  void aWordThatTheModelDoesNotKnowIsAmongTheOthers() {
    FeatureReference reference =
        FeatureReference.ofWords(
            "channel", 0.1, List.of("mail", "post"), Arrays.asList("mail", "fax", null, "mail"));

    assertThat(reference.byPlace()).containsExactly(2L, 0L, 1L, 1L);
    assertThat(reference.place(new AttributeValue.Category("post"))).isEqualTo(1);
    assertThat(reference.place(new AttributeValue.Category("pigeon"))).isEqualTo(2);
    assertThat(reference.place(new AttributeValue.Numeric(1))).isEqualTo(3);
    assertThat(reference.place(null)).isEqualTo(3);
  }

  @Test
  void aScoreIsCountedWithItsOutcomeUnlessNothingWasSaid() {
    double[] scores = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
    scores[3] = Double.NaN;
    BitSet late = new BitSet();
    late.set(3);
    late.set(50, 100);

    ScoreReference reference = ScoreReference.of(scores, late);

    assertThat(reference.rows().stream().mapToLong(it -> it).sum()).isEqualTo(99);
    assertThat(reference.late().stream().mapToLong(it -> it).sum()).isEqualTo(50);
    assertThat(reference.late().getLast()).isEqualTo(reference.rows().getLast());
    assertThat(reference.late().getFirst()).isZero();
  }

  @Test
  void aReferenceThatContradictsItselfIsRefused() {
    assertThatThrownBy(
            () ->
                new FeatureReference(
                    "terms", 0.1, List.of(2.0, 1.0), List.of(), List.of(1L, 1L, 1L), 0))
        .hasMessageContaining("limits");
    assertThatThrownBy(() -> new ScoreReference(List.of(0.5), List.of(3L, 3L), List.of(4L, 0L)))
        .hasMessageContaining("4 late of 3 scores");
  }
}
