package io.duecast.trainer.backtest.report;

import io.duecast.trainer.backtest.PredictionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** ROC and precision-recall, point by point. */
final class Curves {
  private static final int MOST_POINTS = 200;

  private Curves() {}

  static List<Chart.Point> roc(List<PredictionRow> rows, ToDoubleFunction<PredictionRow> said) {
    return points(
        rows,
        said,
        (late, seen, all, allLate) ->
            new Chart.Point((double) (seen - late) / (all - allLate), (double) late / allLate),
        true);
  }

  static List<Chart.Point> precision(
      List<PredictionRow> rows, ToDoubleFunction<PredictionRow> said) {
    return points(
        rows,
        said,
        (late, seen, all, allLate) ->
            new Chart.Point((double) late / allLate, (double) late / seen),
        false);
  }

  private interface At {
    Chart.Point point(int late, int seen, int all, int allLate);
  }

  private static List<Chart.Point> points(
      List<PredictionRow> rows, ToDoubleFunction<PredictionRow> said, At at, boolean fromOrigin) {
    List<PredictionRow> ranked = new ArrayList<>(rows);
    ranked.sort(Comparator.comparingDouble(said).reversed());
    int allLate = (int) rows.stream().filter(PredictionRow::isLate).count();
    List<Chart.Point> points = new ArrayList<>();
    if (fromOrigin) {
      points.add(new Chart.Point(0, 0));
    }
    int late = 0;
    int every = Math.max(1, rows.size() / MOST_POINTS);
    for (int i = 0; i < ranked.size(); i++) {
      late += ranked.get(i).isLate() ? 1 : 0;
      boolean ends =
          i == ranked.size() - 1
              || said.applyAsDouble(ranked.get(i)) != said.applyAsDouble(ranked.get(i + 1));
      if (ends && (i % every == 0 || i > ranked.size() - every || points.size() < 2)) {
        points.add(at.point(late, i + 1, ranked.size(), allLate));
      }
    }
    return points;
  }
}
