package io.duecast.trainer.chain;

/** Hears how far a training has come. */
@FunctionalInterface
public interface TrainingListener {
  /** Does not listen. */
  TrainingListener NONE = (stage, done, of) -> {};

  /** What a training does, in this order. */
  enum Stage {
    /** Candidates for the settings are measured. */
    SEARCH,
    /** What to do about late rows being few is measured. */
    CLASS_BALANCE,
    /** One forest for each horizon. */
    CHAIN
  }

  /** So many steps of a stage are done. */
  void progressed(Stage stage, int done, int of);
}
