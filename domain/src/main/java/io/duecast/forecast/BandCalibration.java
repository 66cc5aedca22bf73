package io.duecast.forecast;

import static io.duecast.check.Check.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps the bands of a currency covering what they say. Whenever a week is over, the side of a band
 * that it fell beyond is stretched, and one that it did not is drawn in a ninth as much; so the
 * misses on either side come to a tenth, however wrong the distributions are (adaptive conformal
 * inference; Gibbs and Candès, 2021). Each distance learns for itself, from the forecasts that were
 * made from so far away.
 *
 * @param stretches one for each distance in weeks, the next first
 */
public record BandCalibration(List<Stretch> stretches) {
  private static final double TENTH = 0.1;
  private static final double STEP = 0.1;

  public BandCalibration {
    stretches = List.copyOf(stretches);
  }

  /** Nothing is known of any past forecast: bands are as the distributions say. */
  public static BandCalibration none(int weeks) {
    return new BandCalibration(Collections.nCopies(weeks, Stretch.NONE));
  }

  /**
   * How much a band is stretched on either side of its middle, as logarithms of factors.
   *
   * @param low on the side below
   */
  public record Stretch(double low, double high) {
    static final Stretch NONE = new Stretch(0, 0);

    /** Where nothing ever comes, a band is never missed, and would shrink for ever. */
    private static final double LEAST = -1.5;

    private static final double MOST = 3;

    Stretch after(boolean missedBelow, boolean missedAbove) {
      return new Stretch(moved(low, missedBelow), moved(high, missedAbove));
    }

    private static double moved(double side, boolean missed) {
      return Math.clamp(side + STEP * ((missed ? 1 : 0) - TENTH), LEAST, MOST);
    }
  }

  /**
   * With a forecast whose week is over.
   *
   * @param week how far away it was, from 0
   * @param below whether less came than the low end of the band
   * @param above whether more came than its high end
   */
  public BandCalibration after(int week, boolean below, boolean above) {
    require(week < stretches.size(), "week %d of %d", week, stretches.size());
    List<Stretch> learned = new ArrayList<>(stretches);
    learned.set(week, stretches.get(week).after(below, above));
    return new BandCalibration(learned);
  }

  /** The low end of a band. */
  double low(int week, double middle, double tenth) {
    return Math.max(0, middle - (middle - tenth) * StrictMath.exp(stretches.get(week).low()));
  }

  /** The high end of a band. */
  double high(int week, double middle, double ninth) {
    return middle + (ninth - middle) * StrictMath.exp(stretches.get(week).high());
  }
}
