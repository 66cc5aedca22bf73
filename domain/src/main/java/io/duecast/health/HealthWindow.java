package io.duecast.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Which invoices are looked at together.
 *
 * @param name as {@link ModelHealth#window} has it
 * @param from the first part of a month
 * @param to the last one
 */
public record HealthWindow(String name, MonthPart from, MonthPart to) {
  /** Where drift shows. */
  public static final String LAST_30_DAYS = "last-30-days";

  /** Where quality shows. */
  public static final String LAST_90_DAYS = "last-90-days";

  /** The latest ones on a day, then the months in which these parts lie. */
  public static List<HealthWindow> of(Iterable<MonthPart> changed, LocalDate asOf) {
    List<HealthWindow> windows = new ArrayList<>();
    windows.add(latest(LAST_30_DAYS, 3, asOf));
    windows.add(latest(LAST_90_DAYS, 9, asOf));
    for (MonthPart part : changed) {
      HealthWindow month =
          new HealthWindow(
              part.month().toString(),
              new MonthPart(part.month().atDay(1)),
              new MonthPart(part.month().atDay(21)));
      if (!windows.contains(month)) {
        windows.add(month);
      }
    }
    return windows;
  }

  /** The part of the day before, which is not over yet, and those before it. */
  private static HealthWindow latest(String name, int parts, LocalDate asOf) {
    MonthPart last = MonthPart.of(asOf.minusDays(1));
    MonthPart first = last;
    for (int i = 1; i < parts; i++) {
      first = first.before();
    }
    return new HealthWindow(name, first, last);
  }

  /**
   * The health of a model in this window.
   *
   * @param tallies of the model, by part of a month
   */
  public ModelHealth health(
      String modelId,
      SortedMap<MonthPart, HealthTally> tallies,
      TrainingReference reference,
      LocalDate asOf,
      Instant at,
      boolean replayed) {
    HealthTally sum =
        tallies.entrySet().stream()
            .filter(it -> it.getKey().compareTo(from) >= 0 && it.getKey().compareTo(to) <= 0)
            .map(Map.Entry::getValue)
            .reduce(HealthTally.NONE, HealthTally::plus);
    List<Drift> drift =
        IntStream.range(0, reference.features().size())
            .mapToObj(i -> drift(reference.features().get(i), i, sum.features()))
            .toList();
    return new ModelHealth(
        "%s:%s@%s".formatted(modelId, name, asOf),
        modelId,
        name,
        from.from(),
        earlier(to.until(), asOf.minusDays(1)),
        asOf,
        HealthFigures.of(sum.all(), ScoreScale.FINE),
        groups(sum.segments()),
        groups(sum.histories()),
        drift,
        drift.isEmpty() ? List.of() : List.of(drift(reference.scores(), sum.scores())),
        drift.stream()
            .filter(it -> it.verdict() == DriftVerdict.DRIFTED)
            .mapToDouble(Drift::weight)
            .sum(),
        at,
        replayed);
  }

  private static Drift drift(FeatureReference feature, int index, Counts live) {
    return Drift.of(feature, live.dense(index * HealthTally.STRIDE, feature.places()));
  }

  private static Drift drift(ScoreReference scores, Counts live) {
    return Drift.of(scores, live.dense(0, Drift.places(scores)));
  }

  private static List<GroupHealth> groups(Map<String, ScoreTally> tallies) {
    return tallies.entrySet().stream()
        .map(it -> new GroupHealth(it.getKey(), HealthFigures.of(it.getValue(), ScoreScale.COARSE)))
        .toList();
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other.isBefore(one) ? other : one;
  }
}
