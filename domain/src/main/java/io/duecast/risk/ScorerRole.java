package io.duecast.risk;

/** In which role the scorer spoke. */
public enum ScorerRole {
  UNKNOWN,
  /** The model in charge. */
  CHAMPION,
  /** A candidate, scored silently. */
  SHADOW,
  /** The rule that serves until there is a model. */
  BASELINE
}
