package io.duecast.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.chain.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure is computed again from the file of the predictions, slowly. */
class FiguresTest {
  private static final LocalDate AS_OF = LocalDate.of(2025, 5, 1);

  @TempDir static Path directory;
  private static JsonNode figures;
  private static String report;
  private static List<Map<String, String>> rows;

  @BeforeAll
  static void backtest() throws Exception {
    BacktestSettings settings =
        new BacktestSettings(
            null,
            new Split.AfterShare(0.5),
            new LabelPolicy(0),
            Retrain.NEVER,
            7,
            TrainingSettings.QUICK);
    BacktestResult result =
        new Backtest(
                SmallBook.of(17, 1500).fold(directory, settings.policy()),
                settings,
                BacktestListener.NONE)
            .run();
    BacktestFiles.write(result, directory.resolve("out"));
    figures = new ObjectMapper().readTree(directory.resolve("out/metrics.json").toFile());
    report = Files.readString(directory.resolve("out/report.html"));
    List<Map<String, String>> all = Predictions.read(directory.resolve("out/predictions.csv"));
    rows = Predictions.labelled(all);
    assertThat(figures.get("test_rows").asInt()).isEqualTo(all.size());
    assertThat(figures.get("labelled_rows").asInt()).isEqualTo(rows.size());
  }

  @Test
  void theHeadlinesOfTheModelAndOfWhatIsBesideIt() {
    assertHeadline(figures.get("model"), rows, "probability_late");
    for (Baseline baseline : Baseline.values()) {
      assertHeadline(figures.get("baselines").get(baseline.column()), rows, baseline.column());
    }
  }

  @Test
  void theIntervalsOverCustomers() {
    List<String> ids =
        List.copyOf(new TreeSet<>(rows.stream().map(it -> it.get("customer_id")).toList()));
    SplittableRandom random = new SplittableRandom(7);
    List<Double> auc = new ArrayList<>();
    List<Double> brier = new ArrayList<>();
    List<Double> ece = new ArrayList<>();
    List<Double> prAuc = new ArrayList<>();
    List<Double> mae = new ArrayList<>();
    List<Double> coverage = new ArrayList<>();
    for (int i = 0; i < figures.get("resamples").asInt(); i++) {
      int[] times = new int[ids.size()];
      for (int draw = 0; draw < times.length; draw++) {
        times[random.nextInt(times.length)]++;
      }
      List<Map<String, String>> drawn = new ArrayList<>();
      for (Map<String, String> row : rows) {
        for (int copy = 0; copy < times[ids.indexOf(row.get("customer_id"))]; copy++) {
          drawn.add(row);
        }
      }
      auc.add(auc(drawn, "probability_late"));
      prAuc.add(averagePrecision(drawn, "probability_late"));
      brier.add(brier(drawn, "probability_late"));
      ece.add(ece(drawn, "probability_late"));
      mae.add(
          mean(
              drawn.stream().filter(it -> !it.get("days_late").isEmpty()).toList(),
              it -> error(it, pastDue(it, it.get("expected_paid_on")))));
      coverage.add(
          mean(drawn.stream().filter(FiguresTest::isDecided).toList(), FiguresTest::covered));
    }
    assertInterval("roc_auc_95", auc);
    assertInterval("pr_auc_95", prAuc);
    assertInterval("brier_95", brier);
    assertInterval("ece_95", ece);
    assertEnds(figures.get("days_late").get("mae_model_95"), mae);
    assertEnds(figures.get("interval").get("coverage_95"), coverage);
  }

  @Test
  void theParts() {
    assertParts("by_segment", row -> row.get("segment"));
    assertParts(
        "by_history",
        row -> {
          int settled = Integer.parseInt(row.get("settled_before"));
          return settled == 0 ? "0" : settled < 5 ? "1-4" : settled < 20 ? "5-19" : "20+";
        });
    assertParts("by_month", row -> row.get("issued_on").substring(0, 7));
  }

  @Test
  void theFlaggedTheLiftAndTheCalibration() {
    double threshold = figures.get("confusion_cost_optimal").get("threshold").asDouble();
    assertThat(threshold).isEqualTo(mean(rows, FiguresTest::late), within(1e-12));
    assertConfusion(
        figures.get("confusion_cost_optimal"),
        rows.stream().filter(it -> p(it, "probability_late") >= threshold).toList());
    List<Map<String, String>> ranked = new ArrayList<>(rows);
    ranked.sort(Comparator.comparingDouble(it -> p(it, "probability_late")));
    assertConfusion(
        figures.get("confusion_top10"),
        ranked.subList(ranked.size() - ranked.size() / 10, ranked.size()));
    for (int tenth = 0; tenth < 10; tenth++) {
      List<Map<String, String>> bin =
          ranked.subList(tenth * ranked.size() / 10, (tenth + 1) * ranked.size() / 10);
      JsonNode node = figures.get("calibration").get(tenth);
      assertClose(node.get("predicted"), mean(bin, it -> p(it, "probability_late")));
      assertClose(node.get("observed"), mean(bin, FiguresTest::late));
      List<Map<String, String>> first =
          ranked.subList(ranked.size() - (tenth + 1) * ranked.size() / 10, ranked.size());
      JsonNode lift = figures.get("lift").get(tenth);
      assertClose(
          lift.get("share_of_late"), sum(first, FiguresTest::late) / sum(rows, FiguresTest::late));
      assertClose(
          lift.get("share_of_late_money"),
          sum(first, it -> late(it) * p(it, "amount"))
              / sum(rows, it -> late(it) * p(it, "amount")));
    }
  }

  @Test
  void theDaysOfPayment() {
    List<Map<String, String>> settled =
        rows.stream().filter(it -> !it.get("days_late").isEmpty()).toList();
    double mean =
        mean(
            settled.stream().filter(it -> !it.get("own_mean_days").isEmpty()).toList(),
            it -> p(it, "own_mean_days"));
    JsonNode days = figures.get("days_late");
    assertThat(days.get("rows").asInt()).isEqualTo(settled.size());
    assertClose(
        days.get("mae_model"),
        mean(settled, it -> error(it, pastDue(it, it.get("expected_paid_on")))));
    assertClose(
        days.get("mae_customer_mean"),
        mean(
            settled,
            it -> error(it, it.get("own_mean_days").isEmpty() ? mean : p(it, "own_mean_days"))));
    assertClose(days.get("mae_due_date"), mean(settled, it -> error(it, 0)));
    List<Map<String, String>> decided = rows.stream().filter(FiguresTest::isDecided).toList();
    JsonNode interval = figures.get("interval");
    assertClose(interval.get("coverage"), mean(decided, FiguresTest::covered));
    assertClose(
        interval.get("mean_width_days"),
        mean(
            decided,
            it -> pastDue(it, it.get("paid_on_high")) - pastDue(it, it.get("paid_on_low"))));
    List<Map<String, String>> own =
        decided.stream().filter(it -> !it.get("own_low_days").isEmpty()).toList();
    JsonNode beside = interval.get("with_own_past");
    assertClose(beside.get("coverage"), mean(own, FiguresTest::covered));
    assertClose(beside.get("own_coverage"), mean(own, it -> ownCovered(it, 0)));
    int widened = beside.get("own_widened_by_days").asInt();
    assertClose(beside.get("own_widened_coverage"), mean(own, it -> ownCovered(it, widened)));
    assertThat(beside.get("own_widened_coverage").asDouble())
        .isGreaterThanOrEqualTo(beside.get("coverage").asDouble());
  }

  @Test
  void theBuckets() {
    List<Map<String, String>> old =
        rows.stream()
            .filter(it -> ChronoUnit.DAYS.between(LocalDate.parse(it.get("due_on")), AS_OF) > 90)
            .toList();
    int[] from = {Integer.MIN_VALUE, 1, 31, 61, 91};
    int[] to = {0, 30, 60, 90, Integer.MAX_VALUE};
    for (int bucket = 0; bucket < 5; bucket++) {
      int low = from[bucket];
      int high = to[bucket];
      String name = Figures.BUCKETS.get(bucket);
      ToDoubleFunction<Map<String, String>> isIn =
          it -> {
            int days = it.get("days_late").isEmpty() ? 999 : Integer.parseInt(it.get("days_late"));
            return low <= days && days <= high ? 1 : 0;
          };
      JsonNode node = figures.get("buckets").get(name);
      assertThat(node.get("rows").asInt()).isEqualTo(old.size());
      assertClose(node.get("share"), mean(old, isIn));
      assertClose(node.get("ece"), ece(old, it -> p(it, name), isIn));
    }
  }

  @Test
  void theReportTellsTheSameAndNeedsNothingBesideIt() {
    assertThat(report)
        .contains("%.4f".formatted(auc(rows, "probability_late")))
        .contains("<caption>", "aria-label=", "lang=\"en\"")
        .doesNotContain("src=", "href=", "@import", "NaN");
    for (Baseline baseline : Baseline.values()) {
      assertThat(report).contains("%.4f".formatted(brier(rows, baseline.column())));
    }
  }

  private static void assertHeadline(JsonNode node, List<Map<String, String>> of, String column) {
    assertThat(node.get("rows").asInt()).isEqualTo(of.size());
    assertClose(node.get("late_share"), mean(of, FiguresTest::late));
    assertClose(node.get("roc_auc"), auc(of, column));
    assertClose(node.get("pr_auc"), averagePrecision(of, column));
    assertClose(node.get("brier"), brier(of, column));
    assertClose(node.get("ece"), ece(of, column));
    assertClose(
        node.get("log_loss"),
        mean(
            of,
            it -> {
              double clipped = Math.min(Math.max(p(it, column), 0.001), 0.999);
              return -Math.log(late(it) == 1 ? clipped : 1 - clipped);
            }));
    assertClose(
        node.get("accuracy"), mean(of, it -> (p(it, column) >= 0.5) == (late(it) == 1) ? 1 : 0));
    List<Map<String, String>> ranked = new ArrayList<>(of);
    ranked.sort(Comparator.comparingDouble(it -> p(it, column)));
    List<Map<String, String>> top =
        ranked.subList(of.size() - Math.max(1, of.size() / 10), of.size());
    assertClose(node.get("top10_precision"), mean(top, FiguresTest::late));
    assertClose(
        node.get("top10_recall"),
        sum(top, FiguresTest::late) / Math.max(1, sum(of, FiguresTest::late)));
  }

  private static void assertParts(String field, Function<Map<String, String>, String> key) {
    Map<String, List<Map<String, String>>> parts = new TreeMap<>();
    rows.forEach(it -> parts.computeIfAbsent(key.apply(it), k -> new ArrayList<>()).add(it));
    parts.values().removeIf(it -> it.size() < Figures.FEWEST_ROWS);
    assertThat(figures.get(field).size()).isEqualTo(parts.size());
    parts.forEach(
        (name, of) -> {
          assertHeadline(figures.get(field).get(name), of, "probability_late");
          assertClose(
              figures.get(field).get(name).get("mean_probability"),
              mean(of, it -> p(it, "probability_late")));
        });
  }

  private static void assertConfusion(JsonNode node, List<Map<String, String>> flagged) {
    double hits = sum(flagged, FiguresTest::late);
    double late = sum(rows, FiguresTest::late);
    assertThat(node.get("late_flagged").asDouble()).isEqualTo(hits);
    assertThat(node.get("late_missed").asDouble()).isEqualTo(late - hits);
    assertThat(node.get("on_time_flagged").asDouble()).isEqualTo(flagged.size() - hits);
    assertThat(node.get("on_time_passed").asDouble())
        .isEqualTo(rows.size() - late - (flagged.size() - hits));
  }

  private static void assertInterval(String name, List<Double> drawn) {
    assertEnds(figures.get("model").get(name), drawn);
  }

  private static void assertEnds(JsonNode ends, List<Double> drawn) {
    List<Double> sorted = drawn.stream().filter(it -> !it.isNaN()).sorted().toList();
    assertClose(ends.get(0), sorted.get((int) Math.round(0.025 * (sorted.size() - 1))));
    assertClose(ends.get(1), sorted.get((int) Math.round(0.975 * (sorted.size() - 1))));
  }

  private static boolean isDecided(Map<String, String> row) {
    return !row.get("days_late").isEmpty()
        || LocalDate.parse(row.get("paid_on_high")).isBefore(AS_OF);
  }

  private static void assertClose(JsonNode node, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(node.asText()).isEqualTo("NaN");
    } else {
      assertThat(node.asDouble()).isEqualTo(expected, within(1e-9));
    }
  }

  /** Every pair of a late one and one on time. */
  private static double auc(List<Map<String, String>> of, String column) {
    double[] late =
        of.stream().filter(it -> late(it) == 1).mapToDouble(it -> p(it, column)).toArray();
    double[] onTime =
        of.stream().filter(it -> late(it) == 0).mapToDouble(it -> p(it, column)).toArray();
    double won = 0;
    for (double one : late) {
      for (double other : onTime) {
        won += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return late.length == 0 || onTime.length == 0
        ? Double.NaN
        : won / ((double) late.length * onTime.length);
  }

  /** At each late one the share late of those that are at least as likely. */
  private static double averagePrecision(List<Map<String, String>> of, String column) {
    double[] p = of.stream().mapToDouble(it -> p(it, column)).toArray();
    double[] late = of.stream().mapToDouble(FiguresTest::late).toArray();
    double sum = 0;
    double all = 0;
    for (int i = 0; i < p.length; i++) {
      if (late[i] == 1) {
        double found = 0;
        double seen = 0;
        for (int j = 0; j < p.length; j++) {
          found += p[j] >= p[i] ? late[j] : 0;
          seen += p[j] >= p[i] ? 1 : 0;
        }
        sum += found / seen;
        all++;
      }
    }
    return all == 0 ? Double.NaN : sum / all;
  }

  private static double brier(List<Map<String, String>> of, String column) {
    return mean(of, it -> (p(it, column) - late(it)) * (p(it, column) - late(it)));
  }

  private static double ece(List<Map<String, String>> of, String column) {
    return ece(of, it -> p(it, column), FiguresTest::late);
  }

  private static double ece(
      List<Map<String, String>> of,
      ToDoubleFunction<Map<String, String>> said,
      ToDoubleFunction<Map<String, String>> was) {
    List<Map<String, String>> ranked = new ArrayList<>(of);
    ranked.sort(Comparator.comparingDouble(said));
    double sum = 0;
    for (int b = 0; b < 10; b++) {
      List<Map<String, String>> bin = ranked.subList(b * of.size() / 10, (b + 1) * of.size() / 10);
      sum += Math.abs(sum(bin, said) - sum(bin, was));
    }
    return sum / of.size();
  }

  private static double p(Map<String, String> row, String column) {
    return Double.parseDouble(row.getOrDefault(column, ""));
  }

  private static double late(Map<String, String> row) {
    return p(row, "late");
  }

  private static double pastDue(Map<String, String> row, String day) {
    return ChronoUnit.DAYS.between(LocalDate.parse(row.get("due_on")), LocalDate.parse(day));
  }

  private static double error(Map<String, String> row, double said) {
    return Math.min(60, Math.abs(said - p(row, "days_late")));
  }

  private static double covered(Map<String, String> row) {
    return isWithin(
        row, pastDue(row, row.get("paid_on_low")), pastDue(row, row.get("paid_on_high")));
  }

  private static double ownCovered(Map<String, String> row, int widened) {
    return isWithin(row, p(row, "own_low_days") - widened, p(row, "own_high_days") + widened);
  }

  private static double isWithin(Map<String, String> row, double low, double high) {
    return !row.get("days_late").isEmpty()
            && low <= p(row, "days_late")
            && p(row, "days_late") <= high
        ? 1
        : 0;
  }

  private static double mean(
      List<Map<String, String>> of, ToDoubleFunction<Map<String, String>> value) {
    return sum(of, value) / of.size();
  }

  private static double sum(
      List<Map<String, String>> of, ToDoubleFunction<Map<String, String>> value) {
    double sum = 0;
    for (Map<String, String> row : of) {
      sum += value.applyAsDouble(row);
    }
    return sum;
  }
}
