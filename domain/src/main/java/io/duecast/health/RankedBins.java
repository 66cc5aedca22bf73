package io.duecast.health;

import org.jspecify.annotations.Nullable;

/**
 * Late invoices and others over bins of rising probability; fractions of an invoice where an
 * outcome is only expected. All of a bin are taken as if the same had been said of them.
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement
record RankedBins(double[] late, double[] onTime) {
  private static final int PARTS = 10;

  /** Bins whose outcomes are known. */
  static RankedBins known(Counts late, Counts onTime, ScoreScale scale) {
    return new RankedBins(fractions(late, scale), fractions(onTime, scale));
  }

  /** Bins whose outcomes are as likely as was said: confidence-based performance estimation. */
  static RankedBins expected(Counts rows, ScoreScale scale) {
    double[] late = fractions(rows, scale);
    double[] onTime = late.clone();
    for (int bin = 0; bin < late.length; bin++) {
      double p = scale.middle(bin);
      late[bin] *= p;
      onTime[bin] *= 1 - p;
    }
    return new RankedBins(late, onTime);
  }

  private static double[] fractions(Counts counts, ScoreScale scale) {
    long[] dense = counts.dense(0, scale.bins());
    double[] fractions = new double[dense.length];
    for (int bin = 0; bin < dense.length; bin++) {
      fractions[bin] = dense[bin];
    }
    return fractions;
  }

  /** Null if all have one outcome. */
  @Nullable Double auc() {
    double won = 0;
    double onTimeBelow = 0;
    double allLate = 0;
    for (int bin = 0; bin < late.length; bin++) {
      won += late[bin] * (onTimeBelow + onTime[bin] / 2);
      onTimeBelow += onTime[bin];
      allLate += late[bin];
    }
    double pairs = allLate * onTimeBelow;
    return pairs <= 0 ? null : (Double) (won / pairs);
  }

  /** Null if none is late. */
  @Nullable Double prAuc() {
    double allLate = 0;
    for (double of : late) {
      allLate += of;
    }
    if (allLate <= 0) {
      return null;
    }
    double sum = 0;
    double found = 0;
    double seen = 0;
    for (int bin = late.length - 1; bin >= 0; bin--) {
      found += late[bin];
      seen += late[bin] + onTime[bin];
      sum += seen == 0 ? 0 : late[bin] / allLate * found / seen;
    }
    return sum;
  }

  /** Mean difference of what was said and what came, over ten parts of equal count. */
  double ece(ScoreScale scale) {
    double all = 0;
    for (int bin = 0; bin < late.length; bin++) {
      all += late[bin] + onTime[bin];
    }
    double sum = 0;
    double difference = 0;
    double room = all / PARTS;
    for (int bin = 0; bin < late.length; bin++) {
      double left = late[bin] + onTime[bin];
      double excess = left == 0 ? 0 : scale.middle(bin) - late[bin] / left;
      while (left > room) {
        sum += Math.abs(difference + room * excess);
        left -= room;
        difference = 0;
        room = all / PARTS;
      }
      difference += left * excess;
      room -= left;
    }
    return all == 0 ? 0 : (sum + Math.abs(difference)) / all;
  }
}
