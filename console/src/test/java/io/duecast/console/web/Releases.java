package io.duecast.console.web;

import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Decisions about models to build tests from. */
final class Releases {
  private static final Instant AT = Instant.parse("2024-06-01T09:00:00Z");

  private Releases() {}

  static ModelReleased champion() {
    return new ModelReleased(
        "champion:1",
        ModelSlot.CHAMPION,
        "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
        "baseline-1",
        AT,
        LocalDate.of(2024, 5, 31),
        ReleaseDecision.PASSED,
        List.of("Brier 0.151 against 0.187 of the customers' own late ratios"),
        "new-labels",
        "gate",
        1234,
        Map.of("auc", 0.78, "brier", 0.151),
        AT);
  }
}
