package io.duecast.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What a treatment does to a measure.
 *
 * @param difference what it adds; negative if it takes away
 * @param standardError of the difference
 * @param low where its 95 % interval begins
 * @param high where it ends
 */
public record Uplift(double difference, double standardError, double low, double high) {
  /** Whether the interval leaves out that nothing happens. */
  public boolean isSure() {
    return low > 0 || high < 0;
  }

  /** In plain words, what is missing if there is no interval. */
  public enum Lack {
    NOBODY_HELD_OUT,
    NOBODY_TREATED,
    TOO_FEW_HELD_OUT,
    TOO_FEW_TREATED,
    NO_VARIATION;

    /** In words. */
    public String text() {
      return switch (this) {
        case NOBODY_HELD_OUT -> "nobody was held out";
        case NOBODY_TREATED -> "nobody was treated";
        case TOO_FEW_HELD_OUT -> "too few customers were held out";
        case TOO_FEW_TREATED -> "too few customers were treated";
        case NO_VARIATION -> "in one arm nearly all are alike";
      };
    }
  }

  /**
   * The means, and an uplift or what it lacks; one of the two is null.
   *
   * @param treated the mean of those who were drawn to be treated; NaN if there are none
   * @param heldOut the mean of those who were not; NaN if there are none
   */
  public record OrLack(
      double treated, double heldOut, @Nullable Uplift uplift, @Nullable Lack lack) {}
}
