package io.duecast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often a change is told where there is none, and how soon where there is one. The figures are
 * printed; a longer run: {@code -Dduecast.segment-years=20000}.
 */
class ChangePointTest {
  private static final int YEARS = 3;

  @Test
  void inAYearWithoutAChangeASegmentIsSeldomToldToHaveChanged() {
    for (int invoices : new int[] {5, 40, 400}) {
      for (double spread : new double[] {0, 0.3, 0.6}) {
        Simulation simulation = new Simulation(invoices, spread);
        int lives = Integer.getInteger("duecast.segment-years", 900) / YEARS;
        int alarms = 0;
        for (int seed = 0; seed < lives; seed++) {
          alarms += simulation.alarms(new Random(seed), 52 * YEARS, Integer.MAX_VALUE).size();
        }
        double rate = (double) alarms / lives / YEARS;
        System.out.printf(
            "%d invoices a week, spread %.1f: %.3f false alarms a segment and year%n",
            invoices, spread, rate);
        assertThat(rate).isLessThan(0.25);
      }
    }
  }

  @Test
  void aChangeThatIsThereIsFoundWithinWeeks() {
    int found = 0;
    int weeks = 0;
    for (int seed = 0; seed < 200; seed++) {
      List<Integer> alarms = new Simulation(100, 0.3).alarms(new Random(seed), 80, 52);
      int first = alarms.stream().filter(it -> it >= 52).findFirst().orElse(-1);
      found += first >= 0 ? 1 : 0;
      weeks += first >= 0 ? first - 51 : 0;
    }
    System.out.printf(
        "a share late of 20 %% that becomes 35 %%: found in %d of 200, after %.1f weeks%n",
        found, (double) weeks / found);
    assertThat(found).isGreaterThan(180);
    assertThat((double) weeks / found).isLessThan(12);
  }

  @Test
  void whatIsUsualIsUnknownForHalfAYear() {
    assertThat(ChangePoint.of(List.of()).trend()).isEqualTo(Trend.UNKNOWN);
  }

  /**
   * Weeks of one segment.
   *
   * @param spread standard deviation of the log-odds from week to week
   */
  private record Simulation(int invoices, double spread) {
    /** The weeks, from 0, in which a change is told. */
    List<Integer> alarms(Random random, int weeks, int changesIn) {
      TrendDesk desk = new TrendDesk(new InMemoryTrendBooks(), SegmentRules.DEFAULT);
      List<Integer> alarms = new ArrayList<>();
      LocalDate week = Examples.FIRST_DAY;
      for (int i = 0; i < weeks; i++, week = week.plusWeeks(1)) {
        double odds = Math.log(i < changesIn ? 0.25 : 0.54) + spread * random.nextGaussian();
        double share = 1 / (1 + Math.exp(-odds));
        int judged = 1 + random.nextInt(2 * invoices);
        int late = 0;
        for (int j = 0; j < judged; j++) {
          late += random.nextDouble() < share ? 1 : 0;
        }
        SegmentCount count = new SegmentCount(week, RiskSegment.WATCHED, judged, late);
        for (SegmentTrend told :
            desk.after(new SegmentWeek(week, List.of(count), Examples.morningOf(week), false))) {
          if (told.since() != null) {
            alarms.add(i);
          }
        }
      }
      return alarms;
    }
  }
}
