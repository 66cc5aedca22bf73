package io.duecast.trainer.backtest.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.duecast.trainer.backtest.Baseline;
import java.util.ArrayList;
import java.util.List;

/** The figures of {@code metrics.json} as tables and charts. */
final class FigureTables {
  private final Html page;
  private final JsonNode figures;

  FigureTables(Html page, JsonNode figures) {
    this.page = page;
    this.figures = figures;
  }

  void compared() {
    page.heading("The model beside simpler rules");
    List<List<String>> rows = new ArrayList<>();
    rows.add(compared("Model", figures.path("model")));
    for (Baseline baseline : Baseline.values()) {
      rows.add(compared(baseline.title(), figures.path("baselines").path(baseline.column())));
    }
    page.table(
        "Each figure with its 95 %% interval over customers (%s resamples)"
            .formatted(figures.path("resamples").asText()),
        List.of("", "AUC", "PR-AUC", "Brier", "Log-loss", "ECE", "Accuracy at ½"),
        rows);
    page.paragraph(
        "AUC: how often a late invoice has a higher probability than one on time. PR-AUC: mean"
            + " share late among the flagged. Brier: mean squared error of the probability, lower"
            + " is better. ECE: mean difference of predicted and observed share, lower is better.");
  }

  private static List<String> compared(String name, JsonNode node) {
    return List.of(
        name,
        withInterval(node, "roc_auc"),
        withInterval(node, "pr_auc"),
        withInterval(node, "brier"),
        withInterval(node, "log_loss"),
        withInterval(node, "ece"),
        Html.figure(node.path("accuracy").asDouble()));
  }

  private static String withInterval(JsonNode node, String name) {
    JsonNode ends = node.path(name + "_95");
    return "%s (%s to %s)"
        .formatted(
            Html.figure(node.path(name).asDouble()),
            Html.figure(ends.path(0).asDouble()),
            Html.figure(ends.path(1).asDouble()));
  }

  void confusion() {
    page.heading("If invoices are flagged");
    JsonNode cost = figures.path("confusion_cost_optimal");
    confusion(
        "From a probability of %s on: cheapest if a missed late invoice costs %s times a needless flag"
            .formatted(
                Html.percent(cost.path("threshold").asDouble()),
                Html.number(cost.path("cost_of_a_miss").asDouble())),
        cost);
    JsonNode top = figures.path("confusion_top10");
    confusion(
        "The tenth with the highest probabilities, from %s on"
            .formatted(Html.percent(top.path("threshold").asDouble())),
        top);
  }

  private void confusion(String caption, JsonNode node) {
    long hits = node.path("late_flagged").asLong();
    long missed = node.path("late_missed").asLong();
    long needless = node.path("on_time_flagged").asLong();
    page.table(
        caption,
        List.of("", "flagged", "not flagged", "all"),
        List.of(
            List.of("late", Html.count(hits), Html.count(missed), Html.count(hits + missed)),
            List.of(
                "on time",
                Html.count(needless),
                Html.count(node.path("on_time_passed").asLong()),
                Html.count(needless + node.path("on_time_passed").asLong())),
            List.of(
                "share late",
                Html.percent((double) hits / Math.max(1, hits + needless)),
                Html.percent(
                    (double) missed / Math.max(1, missed + node.path("on_time_passed").asLong())),
                "")));
  }

  void calibration() {
    page.heading("Whether the probabilities are true");
    List<Chart.Point> points = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    int bin = 1;
    for (JsonNode node : figures.path("calibration")) {
      double predicted = node.path("predicted").asDouble();
      double observed = node.path("observed").asDouble();
      points.add(new Chart.Point(predicted, observed));
      rows.add(
          List.of(
              Integer.toString(bin++),
              Html.count(node.path("rows").asLong()),
              Html.percent(predicted),
              Html.percent(observed)));
    }
    page.raw("<div class=\"charts\">")
        .raw(
            Chart.of(
                "Calibration",
                "Observed share late, against the predicted one, by tenth of the invoices. On the"
                    + " diagonal they are equal.",
                "predicted",
                "observed",
                List.of(
                    new Chart.Line("model", points, true),
                    new Chart.Line(
                        "equal", List.of(new Chart.Point(0, 0), new Chart.Point(1, 1)), false))))
        .raw("</div>\n");
    page.table(
        "By tenth of the invoices, the least likely to be late first",
        List.of("Tenth", "Invoices", "Predicted", "Observed"),
        rows);
  }

  void lift() {
    page.heading("What is found first");
    List<List<String>> rows = new ArrayList<>();
    List<Chart.Point> byCount = new ArrayList<>(List.of(new Chart.Point(0, 0)));
    List<Chart.Point> byMoney = new ArrayList<>(List.of(new Chart.Point(0, 0)));
    for (JsonNode node : figures.path("lift")) {
      double share = node.path("share_of_invoices").asDouble();
      double late = node.path("share_of_late").asDouble();
      double money = node.path("share_of_late_money").asDouble();
      byCount.add(new Chart.Point(share, late));
      byMoney.add(new Chart.Point(share, Double.isNaN(money) ? 0 : money));
      rows.add(List.of(Html.percent(share), Html.percent(late), Html.percent(money)));
    }
    page.raw("<div class=\"charts\">")
        .raw(
            Chart.of(
                "Lift",
                "Share of the late invoices, and of the money in them, among those that come first"
                    + " by probability.",
                "invoices looked at",
                "found",
                List.of(
                    new Chart.Line("late invoices", byCount, true),
                    new Chart.Line("late money", byMoney, true))))
        .raw("</div>\n");
    page.table(
        "Found among the first, by probability",
        List.of("Invoices looked at", "Late invoices found", "Late money found"),
        rows);
  }

  void payment() {
    page.heading("When the money comes");
    List<List<String>> rows = new ArrayList<>();
    figures
        .path("buckets")
        .properties()
        .forEach(
            it ->
                rows.add(
                    List.of(
                        it.getKey(),
                        Html.count(it.getValue().path("rows").asLong()),
                        Html.percent(it.getValue().path("share").asDouble()),
                        Html.figure(it.getValue().path("brier").asDouble()),
                        Html.figure(it.getValue().path("ece").asDouble()),
                        Html.figure(it.getValue().path("ece_by_chance").asDouble()))));
    page.table(
        "Probability of each ageing bucket, on invoices old enough to be decided",
        List.of("Bucket", "Invoices", "Observed share", "Brier", "ECE", "ECE by chance"),
        rows);
    page.paragraph(
        "ECE by chance: what so many invoices would show if every probability were true.");
    JsonNode days = figures.path("days_late");
    page.table(
        "Mean error of the expected day, in days, with its 95 % interval over customers; one error"
            + " counts at most 60",
        List.of("", "Model", "Customer's mean so far", "Due date"),
        List.of(
            List.of(
                "%s settled invoices".formatted(Html.count(days.path("rows").asLong())),
                days(days, "mae_model"),
                days(days, "mae_customer_mean"),
                days(days, "mae_due_date"))));
    List<List<String>> intervals = new ArrayList<>();
    intervals.add(interval("All", figures.path("interval")));
    figures
        .path("interval_by_history")
        .properties()
        .forEach(it -> intervals.add(interval(it.getKey() + " paid before", it.getValue())));
    page.table(
        "The 80 % interval of the day of payment; in brackets the 95 % interval over customers",
        List.of("", "Invoices", "Covered", "Mean width, days"), intervals);
    JsonNode own = figures.path("interval").path("with_own_past");
    if (!own.isMissingNode()) {
      page.table(
          "Beside the customer's own past 10–90 % range, of those that have one",
          List.of("", "Covered", "Mean width, days"),
          List.of(
              List.of(
                  "Model",
                  Html.percent(own.path("coverage").asDouble()),
                  Html.number(own.path("mean_width_days").asDouble())),
              List.of(
                  "Own range",
                  Html.percent(own.path("own_coverage").asDouble()),
                  Html.number(own.path("own_width_days").asDouble())),
              List.of(
                  "Own range, widened by %s days on each side"
                      .formatted(own.path("own_widened_by_days").asText()),
                  Html.percent(own.path("own_widened_coverage").asDouble()),
                  Html.number(own.path("own_widened_width_days").asDouble()))));
    }
  }

  private static List<String> interval(String name, JsonNode node) {
    return List.of(
        name,
        Html.count(node.path("rows").asLong()),
        "%s (%s to %s)"
            .formatted(
                Html.percent(node.path("coverage").asDouble(Double.NaN)),
                Html.percent(node.path("coverage_95").path(0).asDouble(Double.NaN)),
                Html.percent(node.path("coverage_95").path(1).asDouble(Double.NaN))),
        days(node, "mean_width_days"));
  }

  private static String days(JsonNode node, String name) {
    JsonNode ends = node.path(name + "_95");
    return "%s (%s to %s)"
        .formatted(
            Html.number(node.path(name).asDouble(Double.NaN)),
            Html.number(ends.path(0).asDouble(Double.NaN)),
            Html.number(ends.path(1).asDouble(Double.NaN)));
  }

  void part(String heading, String field, String column) {
    page.heading(heading);
    List<List<String>> rows = new ArrayList<>();
    figures
        .path(field)
        .properties()
        .forEach(
            it ->
                rows.add(
                    List.of(
                        it.getKey().isEmpty() ? "(none)" : it.getKey(),
                        Html.count(it.getValue().path("rows").asLong()),
                        Html.percent(it.getValue().path("late_share").asDouble()),
                        Html.percent(it.getValue().path("mean_probability").asDouble()),
                        Html.figure(it.getValue().path("roc_auc").asDouble(Double.NaN)),
                        Html.figure(it.getValue().path("pr_auc").asDouble(Double.NaN)),
                        Html.figure(it.getValue().path("brier").asDouble()),
                        Html.figure(it.getValue().path("ece").asDouble()))));
    page.table(
        "Parts of at least 30 invoices",
        List.of(column, "Invoices", "Late", "Predicted", "AUC", "PR-AUC", "Brier", "ECE"),
        rows);
  }
}
