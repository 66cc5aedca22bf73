package io.duecast.benchmarks;

import io.duecast.health.TrainingReference;
import io.duecast.model.Calibration;
import io.duecast.model.ClassWeights;
import io.duecast.model.CompiledForest;
import io.duecast.model.ForestDefinition;
import io.duecast.model.HistoryLength;
import io.duecast.model.Horizon;
import io.duecast.model.HorizonChain;
import io.duecast.model.ModelFile;
import io.duecast.model.ModelManifest;
import io.duecast.model.PaymentDays;
import io.duecast.model.PaymentForest;
import io.duecast.model.RiskModel;
import io.duecast.model.TreeNode;
import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.Forest;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ForestTrainer;
import io.duecast.trainer.forest.WekaForests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import weka.classifiers.trees.RandomTree;
import weka.core.Instance;

/**
 * One forest twice, Weka's own and compiled, and the same rows for both. It is grown once and kept:
 * the benchmarks come by in turn.
 */
final class ScorerContest {
  private static final int TRAINED_ON = 20_000;
  private static final int ROWS = 1_000;
  private static final double MISSING = 0.05;
  private static final long SEED = 20_260_101;

  /** As models are trained, where a book has many rows. */
  private static final ForestSettings OURS =
      new ForestSettings(40, 8, 24, 0.22, 0.1, 60, ClassBalance.NONE, SEED);

  /** A forest as it is usually grown with Weka, with leaves of some rows. */
  private static final ForestSettings LARGE =
      new ForestSettings(100, 0, 24, 0.63, 0.15, 10, ClassBalance.NONE, SEED);

  /** What is compared. */
  enum Kind {
    /** A model's forest on complete rows. */
    COMPLETE,
    /** The same, 5 % of the values taken out of rows, of a forest that never missed any. */
    TORN,
    /** A model's forest that learned from rows of which 5 % of the values were missing, on such. */
    LEARNED,
    LARGE_COMPLETE,
    LARGE_TORN
  }

  private final Forest weka;
  private final CompiledForest compiled;
  private final List<Instance> instances;
  private final double[][] rows;

  private ScorerContest(Forest weka, CompiledForest compiled, List<Instance> instances) {
    this.weka = weka;
    this.compiled = compiled;
    this.instances = instances;
    int features = compiled.features().size();
    this.rows =
        instances.stream()
            .map(it -> Arrays.copyOf(it.toDoubleArray(), features))
            .toArray(double[][]::new);
  }

  /** All, in the order of their kinds. */
  static List<ScorerContest> all() {
    MadeUpBook complete = MadeUpBook.of(SEED, TRAINED_ON, 0);
    ScorerContest ours = of(OURS, complete);
    ScorerContest large = of(LARGE, complete);
    ScorerContest learned = of(OURS, MadeUpBook.of(SEED, TRAINED_ON, MISSING));
    return List.of(ours, ours.torn(), learned, large, large.torn());
  }

  private static ScorerContest of(ForestSettings settings, MadeUpBook book) {
    double[] weights = new double[book.rows().rows()];
    Arrays.fill(weights, 1);
    Forest forest = new ForestTrainer(settings).train(book.rows(), book.late(), weights).forest();
    return new ScorerContest(
        forest,
        CompiledForest.of(WekaForests.definition(forest)),
        forest.inputs().instances(book.rows()).subList(0, ROWS));
  }

  private ScorerContest torn() {
    Random random = new Random(SEED);
    int features = compiled.features().size();
    List<Instance> torn = new ArrayList<>();
    for (Instance instance : instances) {
      Instance copy = (Instance) instance.copy();
      for (int feature = 0; feature < features; feature++) {
        if (random.nextDouble() < MISSING) {
          copy.setMissing(feature);
        }
      }
      torn.add(copy);
    }
    return new ScorerContest(weka, compiled, torn);
  }

  Forest weka() {
    return weka;
  }

  CompiledForest compiled() {
    return compiled;
  }

  int size() {
    return rows.length;
  }

  Instance instance(int number) {
    return instances.get(number);
  }

  double[] row(int number) {
    return rows[number];
  }

  /** Rows on which the two do not say the same to the last bit. */
  long differences() {
    long differ = 0;
    for (int row = 0; row < rows.length; row++) {
      differ += weka.distribution(instances.get(row))[1] == compiled.score(rows[row]) ? 0 : 1;
    }
    return differ;
  }

  /** The trees as Weka writes them. */
  byte[] wekaFile() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(weka.trees().toArray(new RandomTree[0]));
    } catch (IOException e) {
      throw new IllegalStateException("bytes can always be written", e);
    }
    return bytes.toByteArray();
  }

  /** A model file that holds the forest; its other horizons are constants. */
  byte[] modelFile() {
    double[] half = {0.5};
    Calibration calibration = Calibration.fit(half, half, half);
    CompiledForest constant =
        CompiledForest.of(
            new ForestDefinition(
                compiled.features(), List.of(new TreeNode.Leaf(new ClassWeights(1, 1)))));
    List<Horizon> horizons =
        HorizonChain.DAYS.stream()
            .map(days -> new Horizon(days, days == 0 ? compiled : constant, calibration))
            .toList();
    double[][] row = {new double[compiled.features().size()]};
    PaymentForest days = PaymentForest.fit(constant, row, new int[] {1}, new boolean[] {true});
    List<Double> tails = Collections.nCopies(HistoryLength.values().length, PaymentDays.TENTH);
    return ModelFile.write(
        new RiskModel(manifest(), new HorizonChain(horizons), new PaymentDays(days, null, tails)));
  }

  private ModelManifest manifest() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    return new ModelManifest(
        compiled.features(),
        "made up",
        new ModelManifest.Label(0, 0),
        HorizonChain.DAYS,
        new ModelManifest.Training(day, day, day, Map.of(), List.of(1L, 1L, 1L, 1L)),
        SEED,
        Map.of(),
        Map.of(),
        Map.of(),
        TrainingReference.NONE,
        Instant.EPOCH);
  }
}
