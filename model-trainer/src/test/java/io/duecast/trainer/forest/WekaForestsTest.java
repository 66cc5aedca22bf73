package io.duecast.trainer.forest;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.model.CompiledForest;
import io.duecast.trainer.data.RandomRows;
import io.duecast.trainer.release.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weka.core.Instance;

/** The forest that scores says bit for bit what Weka says. */
class WekaForestsTest {
  @Test
  void theCompiledForestSaysWhatWekaSays() {
    RandomRows rows = RandomRows.of(17, 3000, 6);
    Forest forest = train(rows, 1).forest();
    CompiledForest compiled = CompiledForest.of(WekaForests.definition(forest));

    List<Instance> unseen = forest.inputs().instances(RandomRows.of(31, 5000, 9).data());

    Random random = new Random(13);
    for (Instance row : unseen) {
      if (random.nextInt(3) == 0) {
        row.setMissing(random.nextInt(row.numAttributes() - 1));
      }
    }
    assertThat(unseen.stream().filter(Instance::hasMissingValue).count()).isGreaterThan(1000);
    for (Instance row : unseen) {
      double[] values = Arrays.copyOf(row.toDoubleArray(), forest.inputs().features().size());
      assertThat(compiled.score(values)).isEqualTo(forest.distribution(row)[1]);
    }
  }

  @Test
  void parityIsFoundAndItsLackToo() {
    RandomRows rows = RandomRows.of(17, 300, 6);
    Forest forest = train(rows, 1).forest();
    CompiledForest same = CompiledForest.of(WekaForests.definition(forest));
    CompiledForest other = CompiledForest.of(WekaForests.definition(train(rows, 2).forest()));

    Parity parity = Parity.of(forest, same, rows.data(), 1_000);
    assertThat(parity).isEqualTo(new Parity(1_000, 0));
    assertThat(parity.holds()).isTrue();

    Parity lack = Parity.of(forest, other, rows.data(), 1_000);
    assertThat(lack.largestDifference()).isPositive();
    assertThat(parity.and(lack).holds()).isFalse();
    assertThat(parity.and(lack).rows()).isEqualTo(2_000);
    assertThat(Verdict.ofAnotherModel(lack).passed()).isFalse();
    assertThat(Verdict.ofAnotherModel(lack).reasons().getFirst()).contains("1000 rows");
  }

  @Test
  void oneSeedIsOneForest() {
    RandomRows rows = RandomRows.of(17, 500, 6);

    assertThat(train(rows, 1).outOfBagVotes()).isEqualTo(train(rows, 1).outOfBagVotes());
    assertThat(train(rows, 2).outOfBagVotes()).isNotEqualTo(train(rows, 1).outOfBagVotes());
  }

  private static TrainedForest train(RandomRows rows, long seed) {
    double[] weights = new double[rows.data().rows()];
    Arrays.fill(weights, 1);
    ForestSettings settings = new ForestSettings(20, 2, 10, 0.5, 0.5, 5, ClassBalance.NONE, seed);
    return new ForestTrainer(settings).train(rows.data(), rows.late(), weights);
  }
}
