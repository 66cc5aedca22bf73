package io.duecast.standalone.models;

import io.duecast.health.Drift;
import io.duecast.health.DriftVerdict;
import io.duecast.health.GroupHealth;
import io.duecast.health.HealthFigures;
import io.duecast.health.ModelHealth;
import io.duecast.health.Performance;
import io.duecast.standalone.terminal.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The health of a model as tables for a terminal. */
final class HealthTables {
  private static final List<String> FIGURES =
      List.of(
          "scored",
          "matured",
          "late",
          "est.",
          "AUC",
          "est.",
          "PR-AUC",
          "est.",
          "Brier",
          "est.",
          "log-loss",
          "ECE",
          "pending",
          "late exp.",
          "AUC exp.",
          "Brier exp.");
  private static final int MOST_FEATURES = 15;

  private HealthTables() {}

  /** One line for each window. */
  static List<String> windows(Collection<ModelHealth> windows) {
    TextTable table = table(List.of("window", "issued from", "until"));
    for (ModelHealth it : windows) {
      table.row(cells(List.of(it.window(), it.from().toString(), it.until().toString()), it.all()));
    }
    return table.lines();
  }

  /** One line for each group of a window. */
  static List<String> groups(String what, List<GroupHealth> groups) {
    TextTable table = table(List.of(what));
    groups.forEach(it -> table.row(cells(List.of(it.name()), it.figures())));
    return table.lines();
  }

  /** Sentences about what is no longer as in training; the weightiest first. */
  static List<String> drift(ModelHealth health) {
    List<Drift> all =
        Stream.concat(health.scoreDrift().stream(), health.drift().stream())
            .sorted(Comparator.comparingDouble((Drift it) -> -it.weight()))
            .toList();
    List<Drift> moved =
        all.stream()
            .filter(
                it -> it.verdict() == DriftVerdict.MOVING || it.verdict() == DriftVerdict.DRIFTED)
            .toList();
    List<String> lines = new ArrayList<>();
    if (all.isEmpty()) {
      return List.of("nothing was kept of what it was trained on: no drift can be told");
    }
    if (all.getFirst().verdict() == DriftVerdict.TOO_FEW) {
      return List.of(
          "%d invoices are too few to tell drift, at least %d are needed"
              .formatted(all.getFirst().rows(), Drift.FEWEST_ROWS));
    }
    moved.stream()
        .limit(MOST_FEATURES)
        .forEach(
            it ->
                lines.add(
                    "%s (%.0f %% of its weight; PSI %.2f, %.2f may be chance)"
                        .formatted(it.sentence(), 100 * it.weight(), it.psi(), it.chance())));
    if (moved.size() > MOST_FEATURES) {
      lines.add("and %d more".formatted(moved.size() - MOST_FEATURES));
    }
    lines.add(
        "%d of %d features are as in training"
            .formatted(
                health.drift().stream().filter(it -> it.verdict() == DriftVerdict.STABLE).count(),
                health.drift().size()));
    return lines;
  }

  private static TextTable table(List<String> first) {
    return new TextTable(Stream.concat(first.stream(), FIGURES.stream()).toList());
  }

  private static List<String> cells(List<String> first, HealthFigures it) {
    Performance measured = it.measured();
    Performance estimated = it.estimated();
    Performance expected = it.expected();
    return Stream.concat(
            first.stream(),
            Stream.of(
                count(it.scored()),
                count(it.matured()),
                percent(measured),
                percent(estimated),
                figure(measured == null ? null : measured.auc()),
                figure(estimated == null ? null : estimated.auc()),
                figure(measured == null ? null : measured.prAuc()),
                figure(estimated == null ? null : estimated.prAuc()),
                figure(measured == null ? null : (Double) measured.brier()),
                figure(estimated == null ? null : (Double) estimated.brier()),
                figure(measured == null ? null : (Double) measured.logLoss()),
                figure(it.ece()),
                count(it.pending()),
                percent(expected),
                figure(expected == null ? null : expected.auc()),
                figure(expected == null ? null : (Double) expected.brier())))
        .toList();
  }

  private static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }

  private static String percent(@Nullable Performance of) {
    return of == null ? "" : String.format(Locale.ROOT, "%.1f%%", 100 * of.lateShare());
  }

  private static String figure(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
