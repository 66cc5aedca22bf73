package io.duecast.trainer.backtest.report;

import io.duecast.trainer.backtest.Release;
import io.duecast.trainer.chain.TrainingReport;
import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.quality.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a training tried and took. */
final class TrainingTables {
  private TrainingTables() {}

  static void write(Html page, Release release) {
    TrainingReport report = release.report();
    page.raw("<h3>Model released on " + release.on() + "</h3>\n");
    page.paragraph(
        "Its id is %s…; its forests have %d first trees and %d rounds of correction of %d trees each."
            .formatted(
                release.id().substring(0, 16),
                report.chosen().firstTrees(),
                report.chosen().rounds(),
                report.chosen().treesPerRound()));
    page.table(
        "The links of the chain",
        List.of("Still unpaid after, days", "Invoices learned from", "unpaid", ""),
        report.links().stream()
            .map(
                it ->
                    List.of(
                        Integer.toString(it.days()),
                        Html.count(it.rows()),
                        Html.count(it.late()),
                        it.constant() ? "too few: one share for all" : "forest"))
            .toList());
    List<List<String>> balances = new ArrayList<>();
    for (TrainingReport.TriedBalance tried : report.balances()) {
      balances.add(row(name(tried.balance()), tried.metrics()));
    }
    page.table(
        "What to do about late invoices being few, measured on the last part of the training"
            + " invoices",
        List.of("Class balance", "AUC", "PR-AUC", "Brier", "Log-loss", "ECE"),
        balances);
    List<List<String>> shapes = new ArrayList<>();
    for (TrainingReport.TriedShape tried : report.shapes()) {
      shapes.add(
          row(
              "%s of the inputs, leaf %d, %d rounds"
                  .formatted(
                      Html.percent(tried.shape().inputShare()),
                      tried.shape().minimumLeaf(),
                      tried.rounds()),
              tried.metrics()));
    }
    page.table(
        "Settings tried on the same part; the lowest Brier is taken",
        List.of("Settings", "AUC", "PR-AUC", "Brier", "Log-loss", "ECE"),
        shapes);
  }

  private static String name(ClassBalance balance) {
    return balance.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> row(String name, Metrics metrics) {
    return List.of(
        name,
        Html.figure(metrics.auc()),
        Html.figure(metrics.prAuc()),
        Html.figure(metrics.brier()),
        Html.figure(metrics.logLoss()),
        Html.figure(metrics.ece()));
  }
}
