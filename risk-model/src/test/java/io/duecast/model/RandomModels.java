package io.duecast.model;

import io.duecast.health.FeatureReference;
import io.duecast.health.ScoreReference;
import io.duecast.health.TrainingReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Whole models; the same seed gives the same. */
public final class RandomModels {
  private RandomModels() {}

  /** A model of features of its own. */
  public static RiskModel model(long seed) {
    return model(seed, new RandomForests(seed).features());
  }

  static RiskModel model(long seed, List<ModelFeature> features) {
    Random random = new Random(seed);
    List<Horizon> horizons = new ArrayList<>();
    for (int days : HorizonChain.DAYS) {
      ForestDefinition forest = new RandomForests(random.nextLong(), features).forest();
      horizons.add(new Horizon(days, CompiledForest.of(forest), calibration(random)));
    }
    ForestDefinition forest = new RandomForests(random.nextLong(), features).forest();
    return new RiskModel(
        manifest(seed, features),
        new HorizonChain(horizons),
        new PaymentDays(
            paymentForest(random.nextLong(), CompiledForest.of(forest)),
            random.nextBoolean() ? (Integer) random.nextInt(-9, 9) : null,
            List.of(0.04, 0.06, 0.08, 0.1)));
  }

  /** Days of payment in the leaves of a forest. */
  static PaymentForest paymentForest(long seed, CompiledForest forest) {
    Random random = new Random(seed);
    int[] daysPastDue = random.ints(200, -40, 150).toArray();
    boolean[] paid = new boolean[daysPastDue.length];
    double[][] rows = new double[daysPastDue.length][];
    for (int i = 0; i < rows.length; i++) {
      paid[i] = random.nextInt(9) > 0;
      rows[i] = new RandomForests(random.nextLong(), forest.features()).row();
    }
    return PaymentForest.fit(forest, rows, daysPastDue, paid);
  }

  private static Calibration calibration(Random random) {
    double[] votes = random.doubles(60).toArray();
    double[] outcomes = Arrays.stream(votes).map(p -> random.nextDouble() < p ? 1 : 0).toArray();
    double[] weights = new double[votes.length];
    Arrays.fill(weights, 1);
    return Calibration.fit(votes, outcomes, weights);
  }

  private static ModelManifest manifest(long seed, List<ModelFeature> features) {
    return new ModelManifest(
        features,
        "0123456789abcdef",
        new ModelManifest.Label(1, 3),
        HorizonChain.DAYS,
        new ModelManifest.Training(
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2025, 11, 30),
            LocalDate.of(2026, 3, 2),
            Map.of("labelled-invoices-0", 4711L, "labelled-invoices-1", 1147L),
            List.of(1300L, 170L, 110L, 70L)),
        seed,
        Map.of("trees", "100", "depth", "14"),
        Map.of("weka", "3.8.7"),
        Map.of("holdout.auc", 0.824, "holdout.brier", 0.0779),
        reference(new Random(seed), features),
        Instant.parse("2026-03-02T09:00:00.123456789Z"));
  }

  private static TrainingReference reference(Random random, List<ModelFeature> features) {
    List<FeatureReference> references = new ArrayList<>();
    for (ModelFeature feature : features) {
      double weight = random.nextDouble();
      references.add(
          feature.isCategory()
              ? FeatureReference.ofWords(
                  feature.key(),
                  weight,
                  feature.values(),
                  random
                      .ints(50, 0, feature.values().size())
                      .mapToObj(feature.values()::get)
                      .toList())
              : FeatureReference.ofNumbers(
                  feature.key(), weight, random.doubles(50).map(Math::round).toArray()));
    }
    return new TrainingReference(
        references,
        ScoreReference.of(
            random.doubles(50).toArray(), BitSet.valueOf(new long[] {random.nextLong()})));
  }
}
