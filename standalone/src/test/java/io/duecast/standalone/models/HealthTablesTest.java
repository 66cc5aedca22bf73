package io.duecast.standalone.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.health.Drift;
import io.duecast.health.DriftVerdict;
import io.duecast.health.HealthFigures;
import io.duecast.health.ModelHealth;
import io.duecast.health.Performance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthTablesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final HealthFigures FIGURES =
      new HealthFigures(
          1_300,
          1_100,
          200,
          17,
          new Performance(0.13, 0.81, 0.47, 0.09, 0.31),
          0.02,
          new Performance(0.11, 0.83, 0.49, 0.08, 0.29),
          null,
          new Performance(0.19, null, null, 0.12, 0.37),
          1.5);

  @Test
  void aFigureStandsBesideItsEstimate() {
    List<String> lines = HealthTables.windows(List.of(health(List.of(), List.of())));

    assertThat(lines).hasSize(2);
    assertThat(lines.getLast().split(" +"))
        .containsExactly(
            "2026-05",
            "2026-05-01",
            "2026-05-31",
            "1,300",
            "1,100",
            "13.0%",
            "11.0%",
            "0.8100",
            "0.8300",
            "0.4700",
            "0.4900",
            "0.0900",
            "0.0800",
            "0.3100",
            "0.0200",
            "200",
            "19.0%",
            "0.1200");
  }

  @Test
  void whatHasMovedIsSaidTheWeightiestFirst() {
    List<String> lines =
        HealthTables.drift(
            health(
                List.of(
                    drift("amount", 0.1, DriftVerdict.STABLE),
                    drift("terms", 0.2, DriftVerdict.MOVING),
                    drift("channel", 0.7, DriftVerdict.DRIFTED)),
                List.of(drift(Drift.SCORE, 1, DriftVerdict.STABLE))));

    assertThat(lines)
        .containsExactly(
            "channel has drifted: over 30 in 60 % of the invoices, in training 10 % (70 % of its"
                + " weight; PSI 0.60, 0.05 may be chance)",
            "terms moves: over 30 in 60 % of the invoices, in training 10 % (20 % of its weight;"
                + " PSI 0.60, 0.05 may be chance)",
            "1 of 3 features are as in training");
  }

  @Test
  void whereNothingCanBeToldItIsSaid() {
    assertThat(HealthTables.drift(health(List.of(), List.of())))
        .containsExactly("nothing was kept of what it was trained on: no drift can be told");
    assertThat(
            HealthTables.drift(
                health(List.of(drift("terms", 0.2, DriftVerdict.TOO_FEW)), List.of())))
        .containsExactly("900 invoices are too few to tell drift, at least 100 are needed");
  }

  private static Drift drift(String feature, double weight, DriftVerdict verdict) {
    return new Drift(feature, weight, verdict, 0.6, 0.05, 900, 0, 0, "over 30", 0.6, 0.1);
  }

  private static ModelHealth health(List<Drift> drift, List<Drift> score) {
    return new ModelHealth(
        "h",
        "m",
        "2026-05",
        TODAY.minusDays(31),
        TODAY.minusDays(1),
        TODAY,
        FIGURES,
        List.of(),
        List.of(),
        drift,
        score,
        0,
        Instant.EPOCH,
        false);
  }
}
