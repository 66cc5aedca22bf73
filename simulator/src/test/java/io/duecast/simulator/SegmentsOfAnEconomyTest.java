package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.Trend;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How well segments, outliers and trends do where the truth is known. The figures are printed; more
 * economies: {@code mvn -pl simulator -am test -Dtest=SegmentsOfAnEconomyTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dduecast.economies=20}.
 */
class SegmentsOfAnEconomyTest {
  private static final int ECONOMIES = Integer.getInteger("duecast.economies", 2);
  private static final LocalDate FROM = LocalDate.of(2025, 3, 1);
  private static final Set<Archetype> CHANGING =
      EnumSet.of(Archetype.DETERIORATING, Archetype.SEASONAL, Archetype.START_UP);
  private static final int WINDOW_DAYS = 120;
  private static final int LATER_DAYS = 30;

  @Test
  void customersThatBeginToPayLateAreToldOf() {
    Score all = new Score();
    for (int seed = 1; seed <= ECONOMIES; seed++) {
      score(calm(seed), all);
    }
    double recall = (double) all.found / all.injected;
    double precision = (double) all.found / (all.found + all.falsely);
    System.out.printf(
        "outliers: %d of %d customers that paid %d days later were told of, recall %.2f;"
            + " %d others in %d days of %d customers, precision %.2f;"
            + " others on any day: %.2f a customer and year; by kind %s%n",
        all.found,
        all.injected,
        LATER_DAYS,
        recall,
        all.falsely,
        WINDOW_DAYS,
        all.eligible,
        precision,
        (double) all.falseOnAnyDay / all.customerDays * 365,
        all.kinds);
    assertThat(recall).isGreaterThan(0.75);
    assertThat(precision).isGreaterThan(0.5);
  }

  private static final class Score {
    int injected;
    int found;
    int falsely;
    int eligible;
    long falseOnAnyDay;
    long customerDays;
    final Map<String, Integer> kinds = new TreeMap<>();
  }

  private static void score(EconomySettings settings, Score score) {
    List<Arrival> arrivals = Economy.of(settings, Arrival.Order.AS_RECORDED).stream().toList();
    Set<CustomerId> eligible = eligible(arrivals);
    eligible.retainAll(steady(settings));
    Set<CustomerId> chosen =
        eligible.stream()
            .filter(it -> Math.floorMod(it.hashCode(), 10) == 0)
            .collect(Collectors.toSet());
    SegmentedEconomy found =
        SegmentedEconomy.of(new LatePayments(chosen, FROM, LATER_DAYS).in(arrivals).stream());
    Set<CustomerId> toldOf = new HashSet<>();
    for (CustomerOutlier each : found.outliers) {
      long since = ChronoUnit.DAYS.between(FROM, each.on());
      boolean isIn = since >= 0 && since < WINDOW_DAYS;
      if (isIn && eligible.contains(each.customer())) {
        toldOf.add(each.customer());
        score.kinds.merge(each.kind().name(), 1, Integer::sum);
      }
      score.falseOnAnyDay += chosen.contains(each.customer()) ? 0 : 1;
    }
    score.injected += chosen.size();
    score.eligible += eligible.size();
    score.found += (int) toldOf.stream().filter(chosen::contains).count();
    score.falsely += (int) toldOf.stream().filter(it -> !chosen.contains(it)).count();
    score.customerDays += (long) customers(found) * settings.days();
  }

  private static int customers(SegmentedEconomy of) {
    return (int) of.segments.stream().map(CustomerSegmented::customer).distinct().count();
  }

  /**
   * Those whose habits do not change by themselves: what departs there was put in, or is chance.
   */
  private static Set<CustomerId> steady(EconomySettings settings) {
    Population population = new Population(World.of(settings));
    return IntStream.range(0, settings.customers())
        .mapToObj(population::buyer)
        .filter(it -> !CHANGING.contains(it.habit().archetype()))
        .map(Buyer::id)
        .collect(Collectors.toSet());
  }

  /** Those with twelve payments before, and three in the window. */
  private static Set<CustomerId> eligible(List<Arrival> arrivals) {
    Map<CustomerId, Integer> before = new HashMap<>();
    Map<CustomerId, Integer> after = new HashMap<>();
    for (Arrival arrival : arrivals) {
      if (arrival instanceof Arrival.OfFact it
          && (it.event() instanceof PaymentReceived || it.event() instanceof PaymentSettled)) {
        LocalDate on = LocalDate.ofInstant(it.arrivesAt(), ZoneOffset.UTC);
        long since = ChronoUnit.DAYS.between(FROM, on);
        if (since < 0) {
          before.merge(it.event().customer(), 1, Integer::sum);
        } else if (since < WINDOW_DAYS - LATER_DAYS) {
          after.merge(it.event().customer(), 1, Integer::sum);
        }
      }
    }
    Set<CustomerId> eligible = new TreeSet<>(before.keySet());
    eligible.removeIf(it -> before.get(it) < 12 || after.getOrDefault(it, 0) < 3);
    return eligible;
  }

  @Test
  void whereNothingChangesATrendIsSeldomTold() {
    int alarms = 0;
    double years = 0;
    for (int seed = 1; seed <= ECONOMIES; seed++) {
      List<SegmentTrend> trends = of(calm(seed)).trends;
      alarms += (int) trends.stream().filter(it -> it.since() != null).count();
      years += watchedWeeks(trends) / 52.0;
    }
    System.out.printf(
        "trends: %d false alarms in %.0f years of a segment, %.2f a segment and year%n",
        alarms, years, alarms / years);
    assertThat(alarms / years).isLessThan(1);
  }

  private static long watchedWeeks(List<SegmentTrend> trends) {
    return trends.stream().filter(it -> it.trend() != Trend.UNKNOWN).count();
  }

  @Test
  void aDownturnIsToldAsATrend() {
    int worsening = 0;
    long days = 0;
    for (int seed = 1; seed <= ECONOMIES; seed++) {
      EconomySettings settings = EconomySettings.demo().withSeed(seed);
      LocalDate from = settings.downturn().start();
      SegmentTrend told =
          of(settings).trends.stream()
              .filter(it -> it.trend() == Trend.WORSENING && !it.week().isBefore(from))
              .findFirst()
              .orElse(null);
      worsening += told == null ? 0 : 1;
      days += told == null ? 0 : ChronoUnit.DAYS.between(from, told.week());
    }
    System.out.printf(
        "trends: a downturn was told in %d of %d economies, %.0f days after it began%n",
        worsening, ECONOMIES, (double) days / worsening);
    assertThat(worsening).isEqualTo(ECONOMIES);
  }

  @Test
  void customersDoNotGoBackAndForth() {
    int moves = 0;
    int early = 0;
    int back = 0;
    double months = 0;
    for (int seed = 1; seed <= ECONOMIES; seed++) {
      EconomySettings settings = calm(seed);
      SegmentedEconomy found = of(settings);
      Map<CustomerId, CustomerSegmented> last = new HashMap<>();
      for (CustomerSegmented each : found.segments) {
        if (each.isMove()) {
          CustomerSegmented before = last.put(each.customer(), each);
          if (before != null) {
            long days = ChronoUnit.DAYS.between(before.on(), each.on());
            moves++;
            early += days < 30 ? 1 : 0;
            back += days < 60 && each.segment() == before.previous() ? 1 : 0;
          }
        }
      }
      months += customers(found) * settings.days() / 30.4;
    }
    System.out.printf(
        "segments: %d moves in %.0f customer months, %.3f a month; %d within a month of the one"
            + " before, on new evidence; %d back again within two months%n",
        moves, months, moves / months, early, back);
    assertThat(moves / months).isLessThan(0.3);
  }

  private static SegmentedEconomy of(EconomySettings settings) {
    return SegmentedEconomy.of(Economy.of(settings, Arrival.Order.AS_RECORDED).stream());
  }

  private static EconomySettings calm(long seed) {
    return EconomySettings.demo().withSeed(seed).withDownturn(Downturn.NONE);
  }
}
