package io.duecast.trainer.release;

import io.duecast.trainer.forest.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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

  /** The same, with how the compiled forest compares with Weka's. */
  public Verdict with(Parity parity) {
    Map<String, Double> all = new TreeMap<>(metrics);
    all.put("parity.rows", (double) parity.rows());
    all.put("parity.largestDifference", parity.largestDifference());
    return new Verdict(passed, reasons, rows, all);
  }

  /** What a person decides, whatever the gate said. */
  public Verdict despite(String why) {
    List<String> all = new ArrayList<>(List.of(why));
    reasons.forEach(it -> all.add("the gate: " + it));
    return new Verdict(true, all, rows, metrics);
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
