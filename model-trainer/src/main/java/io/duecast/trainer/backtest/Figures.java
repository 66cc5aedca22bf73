package io.duecast.trainer.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.model.HistoryLength;
import io.duecast.trainer.quality.CustomerBootstrap;
import io.duecast.trainer.quality.EceByChance;
import io.duecast.trainer.quality.Metrics;
import io.duecast.trainer.quality.RankedRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * All figures of a backtest, as they stand in {@code metrics.json} and in the report: computed from
 * the lines of the predictions and nothing else.
 */
final class Figures {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RESAMPLES = 200;

  /** Rows that a part must have to be told of. */
  static final int FEWEST_ROWS = 30;

  static final List<String> BUCKETS =
      List.of("p_on_time", "p_1_30", "p_31_60", "p_61_90", "p_90_plus");

  private final BacktestResult result;
  private final List<PredictionRow> labelled;
  private final CustomerBootstrap bootstrap;
  private final int grace;

  private Figures(BacktestResult result) {
    this.result = result;
    this.labelled = result.rows().stream().filter(PredictionRow::isLabelled).toList();
    this.bootstrap =
        new CustomerBootstrap(
            labelled.stream().map(PredictionRow::customerId).toList(),
            RESAMPLES,
            result.settings().seed());
    this.grace = result.settings().policy().graceDays();
  }

  static ObjectNode of(BacktestResult result) {
    return new Figures(result).all();
  }

  private ObjectNode all() {
    ObjectNode root = JSON.createObjectNode();
    root.put("book", result.book().quality().book())
        .put("as_of", result.asOf().toString())
        .put("first_test_day", result.firstTestDay().toString())
        .put("grace_days", grace)
        .put("retrain", result.settings().retrain().toString())
        .put("seed", result.settings().seed())
        .put("resamples", RESAMPLES);
    ArrayNode models = root.putArray("models");
    result.releases().forEach(it -> models.addObject().put("id", it.id()).put("on", it.on() + ""));
    root.put("test_rows", result.rows().size())
        .put("labelled_rows", labelled.size())
        .put("unlabelled_rows", result.rows().size() - labelled.size());
    if (labelled.isEmpty()) {
      return root;
    }
    headline(root);
    confusion(root);
    calibration(root.putArray("calibration"));
    lift(root.putArray("lift"));
    new PaymentFigures(labelled, bootstrap, grace, result.asOf(), result.settings().seed())
        .addTo(root);
    parts(root.putObject("by_segment"), it -> it.history().segment());
    parts(root.putObject("by_history"), it -> HistoryLength.of(it.history().settled()).key());
    parts(root.putObject("by_month"), it -> it.issuedOn().toString().substring(0, 7));
    return root;
  }

  private void headline(ObjectNode root) {
    measure(root.putObject("model"), PredictionRow::probabilityLate);
    ObjectNode others = root.putObject("baselines");
    for (Baseline baseline : Baseline.values()) {
      int place = baseline.place();
      measure(others.putObject(baseline.column()), it -> it.others().get(place));
    }
  }

  private void measure(ObjectNode node, ToDoubleFunction<PredictionRow> said) {
    double[] p = labelled.stream().mapToDouble(said).toArray();
    BitSet late = late(labelled);
    put(node, Metrics.of(p, late));
    RankedRows ranked = new RankedRows(p, late);
    List<RankedRows.Figures> drawn =
        bootstrap.resamples().parallelStream().map(ranked::figures).toList();
    interval(node, "roc_auc", drawn, RankedRows.Figures::auc);
    interval(node, "pr_auc", drawn, RankedRows.Figures::prAuc);
    interval(node, "brier", drawn, RankedRows.Figures::brier);
    interval(node, "log_loss", drawn, RankedRows.Figures::logLoss);
    interval(node, "ece", drawn, RankedRows.Figures::ece);
    node.put("ece_by_chance", EceByChance.of(p, result.settings().seed()));
  }

  private static void interval(
      ObjectNode node,
      String name,
      List<RankedRows.Figures> drawn,
      ToDoubleFunction<RankedRows.Figures> figure) {
    double[] ends = CustomerBootstrap.interval(drawn, figure);
    node.putArray(name + "_95").add(ends[0]).add(ends[1]);
  }

  static void put(ObjectNode node, Metrics metrics) {
    node.put("rows", metrics.rows())
        .put("late_share", metrics.lateShare())
        .put("roc_auc", metrics.auc())
        .put("pr_auc", metrics.prAuc())
        .put("brier", metrics.brier())
        .put("log_loss", metrics.logLoss())
        .put("accuracy", metrics.accuracy())
        .put("ece", metrics.ece())
        .put("top10_precision", metrics.topPrecision())
        .put("top10_recall", metrics.topRecall());
  }

  /** A late one that is missed costs as many times as there are on time for each late. */
  private void confusion(ObjectNode root) {
    double late = (double) late(labelled).cardinality() / labelled.size();
    ObjectNode node = root.putObject("confusion_cost_optimal");
    node.put("cost_of_a_miss", (1 - late) / late).put("threshold", late);
    confusion(node, labelled.stream().filter(it -> it.probabilityLate() >= late).toList());
    ObjectNode top = root.putObject("confusion_top10");
    List<PredictionRow> first = ranked().subList(0, Math.max(1, labelled.size() / 10));
    top.put("threshold", first.getLast().probabilityLate());
    confusion(top, first);
  }

  private void confusion(ObjectNode node, List<PredictionRow> flagged) {
    int hits = late(flagged).cardinality();
    int all = late(labelled).cardinality();
    int onTime = labelled.size() - all;
    node.put("late_flagged", hits)
        .put("late_missed", all - hits)
        .put("on_time_flagged", flagged.size() - hits)
        .put("on_time_passed", onTime - (flagged.size() - hits));
  }

  /** The highest probability first; of equals the later line, as the other tools take them. */
  private List<PredictionRow> ranked() {
    List<PredictionRow> ranked = new ArrayList<>(labelled);
    ranked.sort(Comparator.comparingDouble(PredictionRow::probabilityLate));
    return ranked.reversed();
  }

  private void calibration(ArrayNode bins) {
    List<PredictionRow> rising = ranked().reversed();
    for (int b = 0; b < 10; b++) {
      List<PredictionRow> bin =
          rising.subList(b * rising.size() / 10, (b + 1) * rising.size() / 10);
      if (!bin.isEmpty()) {
        bins.addObject()
            .put("rows", bin.size())
            .put(
                "predicted",
                bin.stream().mapToDouble(PredictionRow::probabilityLate).average().orElseThrow())
            .put("observed", (double) late(bin).cardinality() / bin.size());
      }
    }
  }

  private void lift(ArrayNode deciles) {
    List<PredictionRow> ranked = ranked();
    double allLate = late(ranked).cardinality();
    double allMoney = lateMoney(ranked);
    for (int d = 1; d <= 10; d++) {
      List<PredictionRow> first = ranked.subList(0, d * ranked.size() / 10);
      deciles
          .addObject()
          .put("share_of_invoices", d / 10.0)
          .put("share_of_late", allLate == 0 ? Double.NaN : late(first).cardinality() / allLate)
          .put("share_of_late_money", allMoney == 0 ? Double.NaN : lateMoney(first) / allMoney);
    }
  }

  private static double lateMoney(List<PredictionRow> rows) {
    return rows.stream()
        .filter(PredictionRow::isLate)
        .map(PredictionRow::amount)
        .filter(it -> it != null)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private void parts(ObjectNode node, Function<PredictionRow, String> key) {
    Map<String, List<PredictionRow>> parts = new TreeMap<>();
    labelled.forEach(it -> parts.computeIfAbsent(key.apply(it), k -> new ArrayList<>()).add(it));
    parts.forEach(
        (name, rows) -> {
          if (rows.size() >= FEWEST_ROWS) {
            double[] p = rows.stream().mapToDouble(PredictionRow::probabilityLate).toArray();
            ObjectNode part = node.putObject(name);
            put(part, Metrics.of(p, late(rows)));
            part.put("mean_probability", Arrays.stream(p).average().orElseThrow());
          }
        });
  }

  static BitSet late(List<PredictionRow> rows) {
    BitSet late = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      late.set(i, rows.get(i).isLate());
    }
    return late;
  }

  /** Days past due on the day of the figures. */
  static long age(PredictionRow row, LocalDate asOf) {
    return ChronoUnit.DAYS.between(row.dueOn(), asOf);
  }
}
