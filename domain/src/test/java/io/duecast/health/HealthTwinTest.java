package io.duecast.health;

import static io.duecast.Examples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures from tallies against those that are computed of the invoices themselves, one by one. */
class HealthTwinTest {
  private static final LocalDate ISSUED = day("2026-03-05");
  private static final LocalDate TODAY = day("2026-04-30");
  private static final List<String> SEGMENTS = List.of("north", "south");

  private final List<Row> rows = new ArrayList<>();
  private final List<HealthTally> days = new ArrayList<>();

  private record Row(double p, String segment, Counted counted) {}

  @ParameterizedTest
  @ValueSource(longs = {11, 13, 17, 19})
  void theFiguresAreThoseOfTheInvoicesOneByOne(long seed) {
    simulate(new Random(seed), 3_000);

    ModelHealth health = health();

    compare(health.all(), row -> true, HealthFigures.TOLERANCE);
    for (GroupHealth group : health.segments()) {
      compare(group.figures(), row -> row.segment().equals(group.name()), 0.008);
    }
    assertThat(health.segments()).extracting(GroupHealth::name).isEqualTo(SEGMENTS);
    assertThat(health.histories()).extracting(GroupHealth::name).containsExactly("0");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 13})
  void theOrderInWhichDaysAndPartitionsComeDoesNotMatter(long seed) {
    simulate(new Random(seed), 500);
    ModelHealth before = health();
    Collections.shuffle(days, new Random(seed));

    assertThat(health()).isEqualTo(before);
  }

  /**
   * Each invoice is counted, some are taken back, and all end as something.
   *
   * @param random scores lie low, as those of most books do, and what is said is somewhat wrong
   */
  private void simulate(Random random, int invoices) {
    TallyCount count = new TallyCount();
    for (int i = 0; i < invoices; i++) {
      double p = Math.pow(random.nextDouble(), 3);
      String segment = SEGMENTS.get(random.nextInt(2));
      boolean late = random.nextDouble() < 0.8 * p + 0.05;
      Counted end =
          random.nextInt(5) == 0
              ? Counted.PENDING
              : random.nextInt(30) == 0 ? Counted.EXCLUDED : late ? Counted.LATE : Counted.ON_TIME;
      Said said = new Said("m", p, segment, "0", List.of(), -1, ISSUED, Counted.UNKNOWN);
      Counted[] way = {Counted.PENDING, late ? Counted.ON_TIME : Counted.LATE, end};
      for (Counted next : way) {
        count.count(new HealthDesk.Move(MonthPart.of(ISSUED), said, next));
        said = said.countedAs(next);
        if (random.nextInt(100) == 0) {
          days.add(count.tally());
          count = new TallyCount();
        }
      }
      rows.add(new Row(p, segment, end));
    }
    days.add(count.tally());
  }

  private ModelHealth health() {
    TreeMap<MonthPart, HealthTally> tallies = new TreeMap<>();
    days.forEach(it -> tallies.merge(MonthPart.of(ISSUED), it, HealthTally::plus));
    return HealthWindow.of(tallies.keySet(), TODAY).stream()
        .filter(it -> it.name().equals("2026-03"))
        .findFirst()
        .orElseThrow()
        .health("m", tallies, TrainingReference.NONE, TODAY, Instant.EPOCH, false);
  }

  private void compare(HealthFigures figures, Predicate<Row> of, double tolerance) {
    List<Row> matured =
        rows.stream()
            .filter(of)
            .filter(it -> it.counted() == Counted.LATE || it.counted() == Counted.ON_TIME)
            .sorted(Comparator.comparingDouble(Row::p))
            .toList();
    List<Row> pending =
        rows.stream()
            .filter(of)
            .filter(it -> it.counted() == Counted.PENDING)
            .sorted(Comparator.comparingDouble(Row::p))
            .toList();
    assertThat(figures.matured()).isEqualTo(matured.size());
    assertThat(figures.pending()).isEqualTo(pending.size());
    assertThat(figures.excluded())
        .isEqualTo(rows.stream().filter(of).filter(it -> it.counted() == Counted.EXCLUDED).count());
    double[] y = matured.stream().mapToDouble(HealthTwinTest::outcome).toArray();
    compare(figures.measured(), matured, y, tolerance);
    compare(figures.estimated(), matured, claims(matured), tolerance);
    compare(figures.expected(), pending, claims(pending), tolerance);
    assertThat(figures.ece()).isCloseTo(ece(matured, y), within(tolerance));
    assertThat(figures.error().brier())
        .isCloseTo(figures.measured().brier() - figures.estimated().brier(), within(1e-12));
  }

  private static double outcome(Row row) {
    return row.counted() == Counted.LATE ? 1 : 0;
  }

  private static double[] claims(List<Row> sorted) {
    return sorted.stream().mapToDouble(Row::p).toArray();
  }

  /**
   * By the definitions.
   *
   * @param y share of each row that is late: an outcome, or how likely it is
   */
  private static void compare(Performance is, List<Row> rows, double[] y, double tolerance) {
    double won = 0;
    double pairs = 0;
    double precision = 0;
    double found = 0;
    double late = 0;
    double brier = 0;
    double loss = 0;
    int n = y.length;
    for (int i = 0; i < n; i++) {
      double p = rows.get(i).p();
      double clipped = Math.clamp(p, 0.001, 0.999);
      for (int j = 0; j < n; j++) {
        pairs += y[i] * (1 - y[j]);
        won += y[i] * (1 - y[j]) * (i == j ? 0.5 : j < i ? 1 : 0);
      }
      late += y[i];
      brier += y[i] * (1 - p) * (1 - p) + (1 - y[i]) * p * p;
      loss -= y[i] * Math.log(clipped) + (1 - y[i]) * Math.log(1 - clipped);
    }
    for (int i = n - 1; i >= 0; i--) {
      found += y[i];
      precision += y[i] / late * found / (n - i);
    }
    assertThat(is.lateShare()).isCloseTo(late / n, within(1e-8));
    assertThat(is.brier()).isCloseTo(brier / n, within(1e-8));
    assertThat(is.logLoss()).isCloseTo(loss / n, within(1e-8));
    assertThat(is.auc()).isCloseTo(won / pairs, within(tolerance));
    assertThat(is.prAuc()).isCloseTo(precision, within(tolerance));
  }

  private static double ece(List<Row> rows, double[] y) {
    double sum = 0;
    int n = y.length;
    for (int part = 0; part < 10; part++) {
      double difference = 0;
      for (int i = part * n / 10; i < (part + 1) * n / 10; i++) {
        difference += rows.get(i).p() - y[i];
      }
      sum += Math.abs(difference);
    }
    return sum / n;
  }
}
