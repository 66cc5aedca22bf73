package io.duecast.risk;

import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureVector;

/** Turns features into a prediction. */
public interface Scorer {
  /** What it goes by in events; the same id, the same predictions. */
  String modelId();

  ScorerRole role();

  Prediction predict(FeatureInput in, FeatureVector features, Portfolio portfolio);
}
