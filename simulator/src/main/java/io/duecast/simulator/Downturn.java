package io.duecast.simulator;

import static io.duecast.check.Check.require;

import java.time.LocalDate;

/**
 * A bad time for everyone: it builds up over 30 days, lasts, and fades over 60.
 *
 * @param start its first day
 * @param depth what it adds to the log-odds of slipping of a customer of average sensitivity; 0 for
 *     none, 1 for a hard one
 * @param days from the start until it begins to fade
 */
public record Downturn(LocalDate start, double depth, int days) {
  public static final Downturn NONE = new Downturn(LocalDate.EPOCH, 0, 0);

  private static final double ONSET_DAYS = 30;
  private static final double FADING_DAYS = 60;

  public Downturn {
    require(depth >= 0 && depth <= 5, "a downturn of depth %s is not within 0 and 5", depth);
    require(days >= 0, "a downturn of %d days", days);
  }

  /** Depth times how much of it is felt on a day. */
  double stress(long day) {
    double since = day - start.toEpochDay();
    if (depth == 0 || since < 0) {
      return 0;
    }
    double built = Math.min(1, since / ONSET_DAYS);
    double faded = Math.max(0, (since - days) / FADING_DAYS);
    return depth * Math.max(0, Math.min(built, 1 - faded));
  }
}
