package io.duecast.health;

import java.util.List;

/**
 * What a model was trained on, feature by feature, and what it said of rows that it had not seen:
 * what live invoices are compared with.
 *
 * @param features in the model's order
 */
public record TrainingReference(List<FeatureReference> features, ScoreReference scores) {
  /** Of a model of which nothing was kept. */
  public static final TrainingReference NONE =
      new TrainingReference(List.of(), ScoreReference.NONE);

  public TrainingReference {
    features = List.copyOf(features);
  }
}
