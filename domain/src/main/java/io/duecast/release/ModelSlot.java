package io.duecast.release;

/** Which scorer a model becomes. */
public enum ModelSlot {
  UNKNOWN,
  /** The one in charge. */
  CHAMPION,
  /** One that scores silently beside it. */
  SHADOW,
  /** None: it was refused. */
  NONE
}
