package io.duecast.trainer.backtest.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.duecast.feature.FeatureVector;
import io.duecast.model.ModelScorer;
import io.duecast.risk.ScorerRole;
import io.duecast.trainer.backtest.BacktestResult;
import io.duecast.trainer.backtest.Baseline;
import io.duecast.trainer.backtest.PredictionRow;
import io.duecast.trainer.backtest.Release;
import io.duecast.trainer.book.ObservedInvoice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What came of a backtest, on one page that needs nothing beside it. The figures are those of
 * {@code metrics.json}; the curves are drawn from the same lines of the predictions.
 */
public final class Report {
  private static final int FEATURES_TOLD = 15;

  private final BacktestResult result;
  private final JsonNode figures;
  private final List<PredictionRow> labelled;
  private final List<FeatureVector> vectors;
  private final Html page = new Html();

  private Report(BacktestResult result, JsonNode figures) {
    this.result = result;
    this.figures = figures;
    this.labelled = result.rows().stream().filter(PredictionRow::isLabelled).toList();
    Map<String, ObservedInvoice> byId = new HashMap<>();
    result.book().invoices().forEach(it -> byId.put(it.id().value(), it));
    this.vectors =
        labelled.stream()
            .map(it -> Objects.requireNonNull(byId.get(it.invoiceId())).features())
            .toList();
  }

  /** The page. */
  public static String of(BacktestResult result, JsonNode figures) {
    return new Report(result, figures).page();
  }

  private String page() {
    page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .raw("<title>Backtest of " + Html.escaped(text("book")) + "</title>")
        .raw("<style>" + Style.CSS + "</style></head>\n<body><main>\n")
        .raw("<h1>Backtest of " + Html.escaped(text("book")) + "</h1>\n");
    summary();
    if (!labelled.isEmpty()) {
      FigureTables tables = new FigureTables(page, figures);
      tables.compared();
      curves();
      tables.confusion();
      tables.calibration();
      tables.lift();
      tables.payment();
      tables.part("By segment", "by_segment", "Segment of the customer");
      tables.part("By length of history", "by_history", "Invoices the customer had paid before");
      tables.part("Over time", "by_month", "Month of issue");
      features();
    }
    training();
    quality();
    return page.raw("</main></body></html>\n").toString();
  }

  private String text(String field) {
    return figures.path(field).asText();
  }

  private void summary() {
    page.paragraph(
        "Had Duecast scored this book: models learned from what was known when each was released,"
            + " every later invoice was scored with what was known at its issue, and the result is"
            + " compared with what became of it.");
    page.table(
        "What was tested",
        List.of("What", "Value"),
        List.of(
            List.of("Test begins", text("first_test_day")),
            List.of("Known until the day before", text("as_of")),
            List.of("Days of grace", text("grace_days")),
            List.of("Retraining", text("retrain")),
            List.of("Invoices in the test", Html.count(figures.path("test_rows").asLong())),
            List.of("with a matured label", Html.count(figures.path("labelled_rows").asLong())),
            List.of(
                "not yet decided, left out of the figures",
                Html.count(figures.path("unlabelled_rows").asLong())),
            List.of("late", Html.percent(figures.path("model").path("late_share").asDouble()))));
  }

  private void curves() {
    int shrunk = Baseline.SHRUNK.place();
    int logistic = Baseline.LOGISTIC.place();
    page.heading("How well late ones are told from others");
    page.raw("<div class=\"charts\">")
        .raw(
            Chart.of(
                "ROC",
                "Late invoices found, against invoices on time that are flagged by mistake, as the"
                    + " threshold falls.",
                "on time, flagged",
                "late, flagged",
                List.of(
                    line("model", Curves.roc(labelled, PredictionRow::probabilityLate)),
                    line("customer's ratio", Curves.roc(labelled, it -> it.others().get(shrunk))),
                    line("logistic", Curves.roc(labelled, it -> it.others().get(logistic))))))
        .raw(
            Chart.of(
                "Precision and recall",
                "Share late among the flagged, against the share of all late ones that is found.",
                "late ones found",
                "late among the flagged",
                List.of(
                    line("model", Curves.precision(labelled, PredictionRow::probabilityLate)),
                    line(
                        "customer's ratio",
                        Curves.precision(labelled, it -> it.others().get(shrunk))),
                    line("logistic", Curves.precision(labelled, it -> it.others().get(logistic))))))
        .raw("</div>\n");
  }

  private static Chart.Line line(String name, List<Chart.Point> points) {
    return new Chart.Line(name, points, false);
  }

  private void features() {
    Release last = result.releases().getLast();
    ModelScorer scorer = new ModelScorer(last.id(), ScorerRole.CHAMPION, last.model());
    page.heading("What the model looks at");
    List<List<String>> rows = new ArrayList<>();
    for (Importance it : Importance.of(scorer, vectors)) {
      if (rows.size() < FEATURES_TOLD) {
        rows.add(List.of(it.feature(), Html.percent(it.share())));
      }
    }
    page.table(
        "Importance: share of all movement of the vote (mean absolute Shapley value of a sample)",
        List.of("Feature", "Share"),
        rows);
    BitSet late = new BitSet();
    for (int i = 0; i < labelled.size(); i++) {
      late.set(i, labelled.get(i).isLate());
    }
    List<FeatureSheet> sheets = FeatureSheet.of(result.book().features(), vectors, late);
    leaks(sheets);
    page.heading("The features, one by one");
    page.table(
        "Features of the invoices in the test that have more than one value",
        List.of(
            "Feature",
            "Missing",
            "Values: 5 % · median · 95 %, or the commonest words",
            "Late by quarter of the values, or by word",
            "AUC alone"),
        sheets.stream()
            .map(
                it ->
                    List.of(
                        it.name(),
                        Html.percent(it.missing()),
                        it.values(),
                        it.lateByPart(),
                        Html.figure(it.auc())))
            .toList());
  }

  private void leaks(List<FeatureSheet> sheets) {
    page.heading("Leakage scan");
    page.paragraph(
        "A feature that alone orders the invoices nearly without fault was probably written down"
            + " after the payment. Features are computed from what was recorded before the invoice"
            + " became known; a column of the company's own that is filled in later would still"
            + " tell. Looked at: features alone above an AUC of 0.9.");
    List<List<String>> found =
        sheets.stream()
            .filter(it -> it.auc() > 0.9)
            .map(it -> List.of(it.name(), Html.figure(it.auc())))
            .toList();
    if (found.isEmpty()) {
      page.paragraph("None.");
    } else {
      page.table("To be looked into", List.of("Feature", "AUC alone"), found);
    }
  }

  private void training() {
    page.heading("How the models were trained");
    for (Release release : result.releases()) {
      TrainingTables.write(page, release);
    }
  }

  private void quality() {
    page.heading("The data");
    List<List<String>> rows = new ArrayList<>();
    result
        .book()
        .quality()
        .files()
        .forEach(
            file ->
                file.rules()
                    .forEach(
                        rule ->
                            rows.add(
                                List.of(
                                    file.section().key(),
                                    rule.rule().meaning(),
                                    rule.severity().name().toLowerCase(Locale.ROOT),
                                    Html.count(rule.count())))));
    page.table(
        "Rows of the files",
        List.of("File", "Rows", "Kept", "Rejected"),
        result.book().quality().files().stream()
            .map(
                it ->
                    List.of(
                        it.section().key(),
                        Html.count(it.rows()),
                        Html.count(it.kept()),
                        Html.count(it.rejected())))
            .toList());
    page.table("What was found in them", List.of("File", "Rule", "Severity", "Rows"), rows);
  }
}
