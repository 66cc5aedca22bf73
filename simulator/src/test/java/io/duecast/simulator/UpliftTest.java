package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.experiment.Experiment;
import io.duecast.experiment.Measure;
import io.duecast.experiment.Uplift;
import io.duecast.simulator.RemindedEconomy.Sending;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the true effect of a reminder is set, the interval that is measured holds it. */
class UpliftTest {
  private static final int SEEDS = 100;
  private static final int CUSTOMERS = 300;
  private static final double HELD_OUT = 0.4;
  private static final double STRONG = 4;
  private static final double NONE = 1;

  @Test
  void theIntervalHoldsTheTrueEffectOfAReminder() {
    Map<Measure, Double> truth = truth(STRONG);
    assertThat(truth.get(Measure.PAID_IN_TIME)).isGreaterThan(0.05);
    assertThat(truth.get(Measure.DAYS_TO_PAY)).isLessThan(-1);

    Tally tally = tally(STRONG, truth);

    assertThat(tally.held).as("sure: %s", tally.sure).allSatisfy(UpliftTest::atLeastNinety);
    assertThat(tally.sure.get(Measure.PAID_IN_TIME)).as("seeds that see it").isGreaterThan(30);
  }

  @Test
  void theIntervalHoldsThatAReminderDoesNothing() {
    Tally tally = tally(NONE, Map.of());

    assertThat(tally.held).allSatisfy(UpliftTest::atLeastNinety);
    assertThat(tally.sure.values()).as("seeds that see what is not there").allMatch(it -> it <= 10);
  }

  private static void atLeastNinety(Measure measure, int held) {
    assertThat(held).as("%s of %d seeds", measure, SEEDS).isGreaterThanOrEqualTo(90);
  }

  /** Of how many seeds an interval holds the truth, and of how many it leaves out zero. */
  private static final class Tally {
    final Map<Measure, Integer> held = new EnumMap<>(Measure.class);
    final Map<Measure, Integer> sure = new EnumMap<>(Measure.class);
  }

  private static Tally tally(double multiplier, Map<Measure, Double> truth) {
    Tally tally = new Tally();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Experiment experiment =
          all(
              RemindedEconomy.measured(
                  settings(seed, CUSTOMERS, multiplier),
                  RemindedEconomy.policy(HELD_OUT, seed),
                  Sending.AS_DRAWN));
      for (Measure measure : Measure.values()) {
        Uplift uplift = experiment.of(measure).uplift();
        if (uplift != null) {
          double effect = truth.getOrDefault(measure, 0.0);
          boolean holds = uplift.low() <= effect && effect <= uplift.high();
          tally.held.merge(measure, holds ? 1 : 0, Integer::sum);
          tally.sure.merge(measure, uplift.isSure() ? 1 : 0, Integer::sum);
        }
      }
    }
    System.out.println(multiplier + " " + truth + " held " + tally.held + " sure " + tally.sure);
    return tally;
  }

  /** All against none, in a large economy that lives twice. */
  private static Map<Measure, Double> truth(double multiplier) {
    Map<Measure, Double> truth = new EnumMap<>(Measure.class);
    EconomySettings settings = settings(1_000_003, 3000, multiplier);
    Experiment with =
        all(RemindedEconomy.measured(settings, RemindedEconomy.policy(0.5, 1), Sending.TO_ALL));
    Experiment without =
        all(RemindedEconomy.measured(settings, RemindedEconomy.policy(0.5, 1), Sending.TO_NOBODY));
    for (Measure measure : Measure.values()) {
      truth.put(measure, mean(with, measure) - mean(without, measure));
    }
    return truth;
  }

  private static double mean(Experiment of, Measure measure) {
    Uplift uplift = of.of(measure).uplift();
    assertThat(uplift).isNotNull();
    return (uplift.treated() + uplift.heldOut()) / 2;
  }

  private static Experiment all(List<Experiment> experiments) {
    return experiments.stream()
        .filter(it -> it.treatment().step().isEmpty() && it.treatment().currency().equals("EUR"))
        .findFirst()
        .orElseThrow();
  }

  private static EconomySettings settings(long seed, int customers, double multiplier) {
    return EconomySettings.demo()
        .withSeed(seed)
        .withStart(LocalDate.of(2024, 1, 1))
        .withDays(120)
        .withCustomers(customers)
        .withInvoicesPerCustomerDay(0.07)
        .withDownturn(Downturn.NONE)
        .withReminderMultiplier(multiplier);
  }
}
