package io.duecast.segment;

import static java.lang.Math.toIntExact;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the share late has changed: a cumulative sum, up and down, of what each week deviates
 * from the first {@value #REFERENCE} (Page, 1954). Weeks differ by more than chance, because the
 * invoices of a customer are alike; by how much, those first weeks say. The limit was chosen by
 * simulation.
 *
 * @param usual share late of the first weeks, per mille; null while there are not more of them
 * @param pressure the greater one of the two sums, in thousandths
 * @param trend whether a sum has come to the limit, and which
 * @param since the week after the sum was last nothing; null if neither has come to the limit
 */
record ChangePoint(@Nullable Integer usual, int pressure, Trend trend, @Nullable LocalDate since) {
  static final int REFERENCE = 26;
  static final int LIMIT = 9000;

  private static final double SLACK = 0.75;
  private static final double MOST_OF_A_WEEK = 3;

  /** Of weeks in order, each with something. */
  static ChangePoint of(List<SegmentCount> weeks) {
    if (weeks.size() <= REFERENCE) {
      return new ChangePoint(null, 0, Trend.UNKNOWN, null);
    }
    List<SegmentCount> first = weeks.subList(0, REFERENCE);
    int judged = first.stream().mapToInt(SegmentCount::judged).sum();
    int late = first.stream().mapToInt(SegmentCount::late).sum();
    double usual = (late + 0.5) / (judged + 1.0);
    double spread = spread(first, usual);
    double up = 0;
    double down = 0;
    LocalDate upSince = weeks.get(REFERENCE).week();
    LocalDate downSince = upSince;
    for (SegmentCount week : weeks.subList(REFERENCE, weeks.size())) {
      double deviation = deviation(week, usual, judged, spread);
      upSince = up == 0 ? week.week() : upSince;
      downSince = down == 0 ? week.week() : downSince;
      up = Math.max(0, up + deviation - SLACK);
      down = Math.max(0, down - deviation - SLACK);
    }
    boolean isUp = up >= down;
    int pressure = thousandths(Math.max(up, down));
    Trend trend = isUp ? Trend.WORSENING : Trend.IMPROVING;
    return pressure < LIMIT
        ? new ChangePoint(thousandths(usual), pressure, Trend.STEADY, null)
        : new ChangePoint(thousandths(usual), pressure, trend, isUp ? upSince : downSince);
  }

  /** By how much the weeks differ, as a multiple of the variance that chance alone would give. */
  private static double spread(List<SegmentCount> first, double usual) {
    double sum = 0;
    for (SegmentCount week : first) {
      double over = week.late() - week.judged() * usual;
      sum += over * over / (week.judged() * usual * (1 - usual));
    }
    return Math.max(1, sum / (first.size() - 1));
  }

  /** In standard deviations, that of what is usual included; one week says only so much. */
  private static double deviation(SegmentCount week, double usual, int known, double spread) {
    double its = week.judged();
    double variance = usual * (1 - usual) * spread * (its + its * its / known);
    double deviation = (week.late() - its * usual) / Math.sqrt(variance);
    return Math.max(-MOST_OF_A_WEEK, Math.min(MOST_OF_A_WEEK, deviation));
  }

  private static int thousandths(double value) {
    return toIntExact(Math.round(1000 * value));
  }
}
