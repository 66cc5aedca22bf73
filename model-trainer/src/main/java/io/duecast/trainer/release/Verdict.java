package io.duecast.trainer.release;

import io.duecast.trainer.forest.Parity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the gate says, and why.
 *
 * @param reasons the weightiest first
 * @param rows that it was judged on
 * @param metrics by name
 */
public record Verdict(boolean passed, List<String> reasons, int rows, Map<String, Double> metrics) {
  public Verdict {
    reasons = List.copyOf(reasons);
    metrics = Map.copyOf(metrics);
  }

  /** The refusal of a forest that is not the one that Weka trained. */
  public static Verdict ofAnotherModel(Parity parity) {
    return new Verdict(
        false,
        List.of(
            String.format(
                Locale.ROOT,
                "the compiled forest does not say what Weka says: of %d rows the votes differ by up"
                    + " to %s",
                parity.rows(),
                parity.largestDifference())),
        0,
        Map.of());
  }
}
