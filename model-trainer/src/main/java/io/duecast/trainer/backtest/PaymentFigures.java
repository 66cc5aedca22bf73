package io.duecast.trainer.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.model.HistoryLength;
import io.duecast.trainer.quality.CustomerBootstrap;
import io.duecast.trainer.quality.EceByChance;
import io.duecast.trainer.quality.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How good the days of payment are: the probability of each ageing bucket, the expected day, and
 * its interval, beside what the customer's own past would have said.
 */
final class PaymentFigures {
  /** A forgotten invoice is wrong by no more than this. */
  private static final int LONGEST_ERROR_DAYS = 60;

  private static final int[] BUCKET_ENDS = {0, 30, 60, 90};
  private static final int MOST_WIDENED_DAYS = 400;

  private final List<PredictionRow> labelled;
  private final CustomerMeans means;
  private final int grace;
  private final LocalDate asOf;
  private final long seed;

  PaymentFigures(
      List<PredictionRow> labelled,
      CustomerBootstrap bootstrap,
      int grace,
      LocalDate asOf,
      long seed) {
    this.labelled = labelled;
    this.means = new CustomerMeans(labelled, bootstrap);
    this.grace = grace;
    this.asOf = asOf;
    this.seed = seed;
  }

  void addTo(ObjectNode root) {
    buckets(root.putObject("buckets"));
    days(root.putObject("days_late"));
    interval(root);
  }

  /** On invoices so old that every bucket's label is known. */
  private void buckets(ObjectNode node) {
    List<PredictionRow> old =
        labelled.stream().filter(it -> Figures.age(it, asOf) > 90L + grace).toList();
    if (old.isEmpty()) {
      return;
    }
    for (int bucket = 0; bucket < Figures.BUCKETS.size(); bucket++) {
      int of = bucket;
      double[] p = old.stream().mapToDouble(it -> it.byBucket().get(of)).toArray();
      BitSet paidIn = new BitSet();
      for (int i = 0; i < old.size(); i++) {
        paidIn.set(i, bucketOf(old.get(i)) == bucket);
      }
      Metrics metrics = Metrics.of(p, paidIn);
      node.putObject(Figures.BUCKETS.get(bucket))
          .put("rows", old.size())
          .put("share", metrics.lateShare())
          .put("brier", metrics.brier())
          .put("ece", metrics.ece())
          .put("ece_by_chance", EceByChance.of(p, seed));
    }
  }

  private int bucketOf(PredictionRow row) {
    Integer days = row.daysLate();
    if (days == null) {
      return BUCKET_ENDS.length;
    }
    int bucket = 0;
    while (bucket < BUCKET_ENDS.length && days > BUCKET_ENDS[bucket] + grace) {
      bucket++;
    }
    return bucket;
  }

  /** On invoices that are settled. */
  private void days(ObjectNode node) {
    List<PredictionRow> settled = labelled.stream().filter(it -> it.daysLate() != null).toList();
    if (settled.isEmpty()) {
      return;
    }
    double mean =
        settled.stream()
            .filter(it -> it.history().mean() != null)
            .mapToDouble(it -> it.history().mean())
            .average()
            .orElse(0);
    node.put("rows", settled.size());
    means.put(node, "mae_model", it -> error(it, it.pastDue(it.expectedPaidOn())));
    means.put(
        node,
        "mae_customer_mean",
        it -> error(it, it.history().mean() == null ? mean : it.history().mean()));
    means.put(node, "mae_due_date", it -> error(it, 0));
  }

  private static double error(PredictionRow row, double said) {
    Integer days = row.daysLate();
    return days == null ? Double.NaN : Math.min(LONGEST_ERROR_DAYS, Math.abs(said - days));
  }

  /** On invoices that are settled, or open beyond the interval's end, and so outside of it. */
  private void interval(ObjectNode root) {
    Map<String, List<PredictionRow>> byHistory = new TreeMap<>();
    List<PredictionRow> all = new ArrayList<>();
    for (PredictionRow row : labelled) {
      if (isDecided(row)) {
        all.add(row);
        byHistory.computeIfAbsent(historyOf(row), it -> new ArrayList<>()).add(row);
      }
    }
    if (all.isEmpty()) {
      return;
    }
    ObjectNode node = root.putObject("interval");
    coverage(node, all, it -> true);
    ownRange(node, all);
    ObjectNode parts = root.putObject("interval_by_history");
    byHistory.forEach(
        (name, rows) -> coverage(parts.putObject(name), rows, it -> historyOf(it).equals(name)));
  }

  private boolean isDecided(PredictionRow row) {
    return row.daysLate() != null || row.paidOnHigh().isBefore(asOf);
  }

  private static String historyOf(PredictionRow row) {
    return HistoryLength.of(row.history().settled()).key();
  }

  private void coverage(
      ObjectNode node, List<PredictionRow> rows, Predicate<PredictionRow> theirs) {
    node.put("rows", rows.size());
    means.put(
        node,
        "coverage",
        it ->
            isDecided(it) && theirs.test(it)
                ? isWithin(it, it.pastDue(it.paidOnLow()), it.pastDue(it.paidOnHigh()))
                : Double.NaN);
    means.put(
        node,
        "mean_width_days",
        it ->
            isDecided(it) && theirs.test(it)
                ? it.pastDue(it.paidOnHigh()) - it.pastDue(it.paidOnLow())
                : Double.NaN);
  }

  private static int isWithin(PredictionRow row, int low, int high) {
    Integer days = row.daysLate();
    return days != null && low <= days && days <= high ? 1 : 0;
  }

  /**
   * The customer's own range on the invoices that have one, widened on both sides by as many days
   * as bring it to the model's coverage there.
   */
  private void ownRange(ObjectNode node, List<PredictionRow> all) {
    List<PredictionRow> rows = all.stream().filter(it -> it.history().low() != null).toList();
    if (rows.isEmpty()) {
      return;
    }
    ObjectNode beside = node.putObject("with_own_past");
    coverage(beside, rows, it -> it.history().low() != null);
    double wanted = beside.get("coverage").doubleValue();
    beside.put("own_coverage", ownCoverage(rows, 0)).put("own_width_days", ownWidth(rows));
    int widened = 0;
    while (widened < MOST_WIDENED_DAYS && ownCoverage(rows, widened) < wanted) {
      widened++;
    }
    beside
        .put("own_widened_by_days", widened)
        .put("own_widened_coverage", ownCoverage(rows, widened))
        .put("own_widened_width_days", ownWidth(rows) + 2 * widened);
  }

  private static double ownCoverage(List<PredictionRow> rows, int widened) {
    return rows.stream()
        .mapToInt(it -> isWithin(it, low(it) - widened, high(it) + widened))
        .average()
        .orElseThrow();
  }

  private static double ownWidth(List<PredictionRow> rows) {
    return rows.stream().mapToInt(it -> high(it) - low(it)).average().orElseThrow();
  }

  private static int low(PredictionRow row) {
    return Objects.requireNonNull(row.history().low());
  }

  private static int high(PredictionRow row) {
    return Objects.requireNonNull(row.history().high());
  }
}
