package io.duecast.health;

/** The references of the models. */
public interface References {
  /** Of none. */
  References NONE = modelId -> TrainingReference.NONE;

  /** What a model was trained on; {@link TrainingReference#NONE} if nothing was kept. */
  TrainingReference of(String modelId);
}
