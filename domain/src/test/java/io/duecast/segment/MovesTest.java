package io.duecast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.calendar.DayOpened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Customers whose figures go up and down at random. */
class MovesTest {
  private static final SegmentRules RULES = SegmentRules.DEFAULT;

  private final Moves moves = new Moves(RULES);
  private SegmentedCustomer customer = SegmentedCustomer.unheardOf(Examples.ACME).in("EUR");
  private LocalDate today = Examples.FIRST_DAY;

  @Test
  void aCustomerMovesAtMostOnceInAMonthWithoutNewEvidence() {
    int moved = 0;
    int early = 0;
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      customer = SegmentedCustomer.unheardOf(Examples.ACME).in("EUR");
      today = Examples.FIRST_DAY;
      CustomerSegmented last = null;
      for (int i = 0; i < 365; i++) {
        today = today.plusDays(1 + random.nextInt(3));
        if (random.nextInt(6) == 0) {
          customer = customer.judging(today, random.nextBoolean());
        }
        int evidence = customer.evidence();
        CustomerSegmented told = look(anything(random));
        if (told == null || !told.isMove()) {
          continue;
        }
        if (last != null) {
          long days = ChronoUnit.DAYS.between(last.on(), told.on());
          boolean isEarly = days < RULES.stayDays();
          assertThat(!isEarly || evidence >= RULES.evidenceToMove())
              .as("seed %d: %s after %s", seed, told, last)
              .isTrue();
          assertThat(!isEarly || told.segment().isWorseThan(last.segment())).isTrue();
          early += isEarly ? 1 : 0;
          moved++;
        }
        last = told;
      }
    }
    assertThat(moved).isGreaterThan(2000);
    assertThat(early).isPositive();
  }

  @Test
  void whoStaysWithinTheMarginOfALimitNeverMoves() {
    Random random = new Random(7);
    look(figures(100, 5, 0, BigDecimal.TEN));
    look(figures(340, 5, 0, BigDecimal.TEN));
    today = today.plusDays(40);
    CustomerSegmented first = look(figures(400, 5, 0, BigDecimal.TEN));
    assertThat(first).isNotNull();
    for (int i = 0; i < 500; i++) {
      today = today.plusDays(1);
      int near = RULES.lateFrom() - RULES.margin() + random.nextInt(2 * RULES.margin());
      assertThat(look(figures(near, 9, 0, BigDecimal.TEN))).isNull();
    }
  }

  @Test
  void thePassingOfTimeAloneMovesNobodyWhoseFiguresStay() {
    look(figures(250, 8, 0, BigDecimal.TEN));
    for (int i = 0; i < 1000; i++) {
      today = today.plusDays(1);
      assertThat(look(figures(250, 8, 0, BigDecimal.TEN))).isNull();
    }
  }

  private @Nullable CustomerSegmented look(Measured figures) {
    CustomerSegmented told =
        moves.after(
            customer,
            figures,
            new DayOpened(today, false),
            today.atStartOfDay().toInstant(ZoneOffset.UTC));
    customer = told == null ? customer : customer.telling(told);
    return told;
  }

  private static Measured anything(Random random) {
    return figures(
        random.nextInt(1000),
        random.nextInt(20),
        random.nextInt(1000),
        BigDecimal.valueOf(random.nextInt(100_000)));
  }

  private static Measured figures(int risk, int judged, int longOverdue, BigDecimal turnover) {
    return new Measured(
        judged, 0, 0, risk, BigDecimal.TEN, longOverdue, longOverdue, 0, turnover, BigDecimal.TEN);
  }
}
