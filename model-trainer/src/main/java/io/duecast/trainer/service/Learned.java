package io.duecast.trainer.service;

import io.duecast.release.ModelReleased;

/** What came of a training. */
public sealed interface Learned {

  /** A decision, for or against: it is on {@code model-releases}. */
  record Decided(ModelReleased decision) implements Learned {}

  /** There was too little to learn from; what is in charge stays. */
  record TooLittle(String why) implements Learned {}
}
