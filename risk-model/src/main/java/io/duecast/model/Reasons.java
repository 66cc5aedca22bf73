package io.duecast.model;

import io.duecast.feature.Feature;
import io.duecast.risk.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an invoice is likely to be late, or not: the path attribution of the first forest, summed
 * over the features that tell the same thing. A reason's contribution is the probability less what
 * it would be without the group's part of the vote; it is told by the group's strongest feature.
 */
final class Reasons {
  private static final int MOST = 4;

  private Reasons() {}

  /**
   * The strongest reasons, strongest first.
   *
   * @param row as for {@link CompiledForest#score}
   * @param vote what that says
   */
  static List<Reason> of(Horizon horizon, double[] row, double vote) {
    List<ModelFeature> features = horizon.forest().features();
    double[] contributions = new double[row.length];
    PathAttribution.add(horizon.forest(), row, contributions);
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      String group = ReasonGroup.of(features.get(i).key());
      groups.computeIfAbsent(group, it -> new ArrayList<>()).add(i);
    }
    double probability = horizon.calibration().probability(vote);
    List<Reason> reasons = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      double sum = group.stream().mapToDouble(i -> contributions[i]).sum();
      double moved = probability - horizon.calibration().probability(vote - sum);
      if (moved != 0) {
        double direction = Math.signum(moved);
        int strongest =
            group.stream()
                .max(Comparator.comparingDouble(i -> direction * contributions[i]))
                .orElseThrow();
        reasons.add(reason(features.get(strongest), row[strongest], moved));
      }
    }
    reasons.sort(Comparator.comparingDouble((Reason it) -> -Math.abs(it.contribution())));
    return reasons.subList(0, Math.min(MOST, reasons.size()));
  }

  private static Reason reason(ModelFeature feature, double inRow, double moved) {
    if (feature.isCategory()) {
      boolean isKnown = !Double.isNaN(inRow) && inRow != ModelFeature.ABSENT;
      String word = isKnown ? feature.values().get((int) inRow) : null;
      boolean isOther = ModelFeature.OTHER.equals(word);
      return new Reason(
          feature.key(), Double.NaN, isOther ? null : word, moved, isOther ? "other" : "word");
    }
    double value = inRow == ModelFeature.ABSENT ? Double.NaN : inRow;
    return new Reason(feature.key(), value, null, moved, textKey(feature, inRow));
  }

  private static String textKey(ModelFeature feature, double value) {
    boolean isNew = feature.key().equals(Feature.PRIOR_SETTLED.key()) && value == 0;
    return isNew ? "no-history" : feature.key();
  }
}
