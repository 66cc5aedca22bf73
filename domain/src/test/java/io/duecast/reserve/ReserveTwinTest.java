package io.duecast.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk, against a twin that computes every day from all days before it. */
class ReserveTwinTest {
  private static final List<Group> GROUPS =
      List.of(
          new Group("EUR", "", "key"),
          new Group("EUR", "north", "small"),
          new Group("USD", "", "small"));
  private static final ReservePolicy POLICY = ReservePolicy.DEFAULT;

  private final ReserveDesk desk = new ReserveDesk(new InMemoryReserveBooks(), POLICY);
  private final List<PortfolioDay> all = new ArrayList<>();
  private final Map<Group, BigDecimal> closing = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyReserveIsThatOfARecomputation(long seed) {
    Random random = new Random(seed);
    LocalDate day = Days.FIRST;
    int compared = 0;
    for (int i = 0; i < 1_000; i++, day = day.plusDays(1)) {
      List<PortfolioDay> today = new ArrayList<>();
      for (Group group : GROUPS) {
        if (random.nextInt(20) > 0) {
          today.add(anyDay(random, day, group));
        }
      }
      all.addAll(today);
      for (ReservePosition told : desk.after(today)) {
        if (i % 97 == 0) {
          compare(told, today);
          compared++;
        }
        BigDecimal before = closing.getOrDefault(told.group(), BigDecimal.ZERO);
        assertThat(told.movement().opening()).isEqualByComparingTo(before);
        assertThat(told.movement().closing()).isEqualByComparingTo(told.closing());
        closing.put(told.group(), told.closing());
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private void compare(ReservePosition told, List<PortfolioDay> today) {
    for (AgingBucket bucket : AgingBucket.values()) {
      BigDecimal exposure =
          today.stream()
              .filter(it -> it.group().equals(told.group()))
              .map(it -> it.open(bucket))
              .findAny()
              .orElse(BigDecimal.ZERO);
      assertThat(told.cell(bucket).exposure()).isEqualByComparingTo(exposure);
      assertThat(told.cell(bucket).rate().doubleValue())
          .as("%s %s %s", told.day(), told.group(), bucket)
          .isCloseTo(rate(told, bucket), org.assertj.core.data.Offset.offset(3e-6));
    }
  }

  private double rate(ReservePosition told, AgingBucket bucket) {
    LocalDate from = told.day().withDayOfMonth(1).minusMonths(POLICY.windowMonths());
    Map<Group, double[]> sums = new HashMap<>();
    Map<LocalDate, Map<Group, Integer>> days = new HashMap<>();
    for (PortfolioDay each : all) {
      boolean counts =
          !each.day().isBefore(from) && each.group().currency().equals(told.group().currency());
      if (counts) {
        double[] sum = sums.computeIfAbsent(each.group(), it -> new double[4]);
        sum[0] += each.open(bucket).doubleValue();
        sum[1] += each.lost().amountDays().get(bucket.place()).doubleValue();
        sum[2] += each.lost().givenUp().doubleValue();
        sum[3] += each.lost().recovered().doubleValue();
        days.computeIfAbsent(each.day().withDayOfMonth(1), it -> new HashMap<>())
            .merge(each.group(), 1, Integer::sum);
      }
    }
    double[] whole = new double[4];
    sums.values()
        .forEach(
            sum -> {
              for (int i = 0; i < 4; i++) {
                whole[i] += sum[i];
              }
            });
    double start =
        POLICY.startingRates().get(bucket.place()).round(MathContext.DECIMAL64).doubleValue();
    if (whole[0] == 0) {
      return start;
    }
    double[] own = sums.getOrDefault(told.group(), new double[4]);
    double weight = whole[0] * 0.05;
    double ofAll = Math.min(1, lost(whole) / whole[0]);
    double seen = Math.min(1, (lost(own) + ofAll * weight) / (own[0] + weight));
    int most =
        days.values().stream()
            .mapToInt(month -> month.values().stream().mapToInt(it -> it).max().orElse(0))
            .sum();
    double share = Math.min(most * 12 / 365, 24) / 24.0;
    return Math.min(1, seen * share + start * (1 - share));
  }

  private static double lost(double[] sums) {
    double kept = sums[2] == 0 ? 1 : Math.max(0, sums[2] - sums[3]) / sums[2];
    return sums[1] * kept;
  }

  private static PortfolioDay anyDay(Random random, LocalDate day, Group group) {
    String[] open = new String[AgingBucket.values().length];
    for (int i = 0; i < open.length; i++) {
      open[i] = random.nextInt(3) == 0 ? "0" : cents(random, 1_000_000);
    }
    Lost lost = Lost.NONE;
    if (random.nextInt(15) == 0) {
      AgingBucket bucket = List.of(AgingBucket.values()).get(random.nextInt(open.length));
      lost = Days.lost(cents(random, 50_000), bucket, random.nextInt(90));
    } else if (random.nextInt(60) == 0) {
      lost =
          new Lost(BigDecimal.ZERO, new BigDecimal(cents(random, 20_000)), Lost.NONE.amountDays());
    }
    return Days.losing(day, group, lost, open);
  }

  private static String cents(Random random, int most) {
    return BigDecimal.valueOf(random.nextInt(most), 2).toPlainString();
  }
}
