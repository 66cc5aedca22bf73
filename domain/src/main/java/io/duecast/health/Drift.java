package io.duecast.health;

import java.util.List;

/**
 * How far live values lie from those of the training: the population stability index over the bins
 * of the reference, a missing value being a bin too. Half a row is added to every bin, so that none
 * is empty.
 *
 * <p>By chance alone the index is about a chi-squared variable of as many degrees as there are bins
 * less one, times the sum of one over the rows of either side. What lies beyond all but a
 * thousandth of that is taken for real: above 0.1 a feature moves, above 0.25 it has drifted. Rows
 * are counted as in {@link HealthFigures#ROWS_OF_ONE}, for those of one customer are alike.
 *
 * @param feature as in {@code FeatureSet.keys()}; {@link #SCORE} for what the model says
 * @param weight share of all that the model's vote is moved by, 0..1; 1 for what it says
 * @param psi the index
 * @param chance that much of it may be chance
 * @param rows live ones that were compared
 * @param missing share of the live ones without a value
 * @param missingBefore the same in training
 * @param place where the difference is greatest, in words
 * @param share of the live ones that lie there
 * @param shareBefore the same in training
 */
public record Drift(
    String feature,
    double weight,
    DriftVerdict verdict,
    double psi,
    double chance,
    long rows,
    double missing,
    double missingBefore,
    String place,
    double share,
    double shareBefore) {
  /** Stands for the probabilities of a model among its features. */
  public static final String SCORE = "(score)";

  /** With fewer nothing is said. */
  public static final int FEWEST_ROWS = 100;

  /** From here on, beyond chance, a feature moves. */
  public static final double MOVES = 0.1;

  /** From here on, beyond chance, a feature has drifted. */
  public static final double DRIFTS = 0.25;

  /** All but a thousandth of a normal distribution lies below so many deviations. */
  private static final double THOUSANDTH = 3.0902;

  /**
   * Compares what a model says with what it said in training.
   *
   * @param said probabilities
   */
  public static Drift ofScores(ScoreReference reference, List<Double> said) {
    long[] live = new long[places(reference)];
    said.forEach(it -> live[reference.place(it)]++);
    return of(reference, live);
  }

  /**
   * Compares what a model says with what it said in training.
   *
   * @param live scores in each bin of the reference, and a last place for none
   */
  static Drift of(ScoreReference reference, long[] live) {
    return of(asFeature(reference), live);
  }

  static int places(ScoreReference reference) {
    return asFeature(reference).places();
  }

  private static FeatureReference asFeature(ScoreReference scores) {
    return new FeatureReference(SCORE, 1, scores.limits(), List.of(), scores.rows(), 0);
  }

  /**
   * Compares a feature.
   *
   * @param live rows in each place of the reference
   */
  static Drift of(FeatureReference reference, long[] live) {
    List<Long> before = reference.byPlace();
    int places = reference.places();
    long liveRows = 0;
    long rowsBefore = 0;
    for (int place = 0; place < places; place++) {
      liveRows += live[place];
      rowsBefore += before.get(place);
    }
    double psi = 0;
    double most = -1;
    int mostAt = 0;
    int filled = 0;
    for (int place = 0; place < places; place++) {
      if (live[place] + before.get(place) == 0) {
        continue;
      }
      filled++;
      double now = (live[place] + 0.5) / (liveRows + places * 0.5);
      double then = (before.get(place) + 0.5) / (rowsBefore + places * 0.5);
      double part = (now - then) * StrictMath.log(now / then);
      psi += part;
      if (part > most) {
        most = part;
        mostAt = place;
      }
    }
    double chance = chance(filled, liveRows, rowsBefore);
    return new Drift(
        reference.key(),
        reference.weight(),
        verdict(psi - chance, liveRows, rowsBefore),
        psi,
        chance,
        liveRows,
        share(live[places - 1], liveRows),
        share(reference.missing(), rowsBefore),
        placeOf(mostAt, reference),
        share(live[mostAt], liveRows),
        share(before.get(mostAt), rowsBefore));
  }

  /** In plain words. */
  public String sentence() {
    return switch (verdict) {
      case UNKNOWN, TOO_FEW -> "%s: %d invoices are too few to tell".formatted(feature, rows);
      case STABLE -> "%s is as in training".formatted(feature);
      case MOVING -> "%s moves: %s".formatted(feature, difference());
      case DRIFTED -> "%s has drifted: %s".formatted(feature, difference());
    };
  }

  private String difference() {
    return "%s in %s of the invoices, in training %s"
        .formatted(place, percent(share), percent(shareBefore));
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return percent > 0 && percent < 1 ? "under 1 %" : "%d %%".formatted(Math.round(percent));
  }

  private static DriftVerdict verdict(double beyond, long liveRows, long rowsBefore) {
    if (Math.min(liveRows, rowsBefore) < FEWEST_ROWS) {
      return DriftVerdict.TOO_FEW;
    }
    return beyond >= DRIFTS
        ? DriftVerdict.DRIFTED
        : beyond >= MOVES ? DriftVerdict.MOVING : DriftVerdict.STABLE;
  }

  private static double chance(int places, long liveRows, long rowsBefore) {
    if (places < 2 || liveRows == 0 || rowsBefore == 0) {
      return 0;
    }
    double unlike = HealthFigures.ROWS_OF_ONE * (1.0 / liveRows + 1.0 / rowsBefore);
    return unlike * chiSquared(places - 1);
  }

  /** Wilson and Hilferty's approximation of the quantile. */
  private static double chiSquared(int degrees) {
    double ninth = 2.0 / (9 * degrees);
    double root = 1 - ninth + THOUSANDTH * Math.sqrt(ninth);
    return degrees * root * root * root;
  }

  private static double share(long rows, long all) {
    return all == 0 ? 0 : (double) rows / all;
  }

  private static String placeOf(int place, FeatureReference reference) {
    if (place == reference.places() - 1) {
      return "no value";
    }
    if (!reference.words().isEmpty()) {
      return place < reference.words().size() ? reference.words().get(place) : "another word";
    }
    List<Double> limits = reference.limits();
    if (limits.isEmpty()) {
      return "a value";
    }
    return place == 0
        ? "up to " + number(limits.getFirst())
        : place == limits.size()
            ? "over " + number(limits.getLast())
            : "over %s up to %s"
                .formatted(number(limits.get(place - 1)), number(limits.get(place)));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(Math.round(value * 1000) / 1000.0);
  }
}
