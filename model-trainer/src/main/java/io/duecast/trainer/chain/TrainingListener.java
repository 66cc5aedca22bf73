package io.duecast.trainer.chain;

/** Hears how far a training has come. */
@FunctionalInterface
public interface TrainingListener {
  /** Does not listen. */
  TrainingListener NONE = (stage, done, of) -> {};

  /** What a training does, in this order. */
  enum Stage {
    /** Candidates for the settings are measured. */
    SEARCH("trying settings"),
    /** What to do about late rows being few is measured. */
    CLASS_BALANCE("trying class balances"),
    /** One forest for each horizon. */
    CHAIN("growing forests");

    private final String title;

    Stage(String title) {
      this.title = title;
    }

    /** For people. */
    public String title() {
      return title;
    }
  }

  /** So many steps of a stage are done. */
  void progressed(Stage stage, int done, int of);
}
