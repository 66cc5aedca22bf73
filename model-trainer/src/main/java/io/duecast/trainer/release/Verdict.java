package io.duecast.trainer.release;

import java.util.List;
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
    metrics = Map.copyOf(new TreeMap<>(metrics));
  }
}
