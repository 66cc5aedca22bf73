package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.experiment.Experiment;
import io.duecast.experiment.Measure;
import io.duecast.experiment.Uplift;
import io.duecast.experiment.Window;
import io.duecast.simulator.RemindedEconomy.Sending;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the true effect of a reminder is set, the interval that is measured holds it. */
class UpliftTest {
  private static final int SEEDS = 100;
  private static final int CUSTOMERS = 400;
  private static final double HELD_OUT = 0.5;
  private static final double STRONG = 4;
  private static final double NONE = 1;

  @ParameterizedTest
  @ValueSource(ints = {30, 10})
  void theIntervalHoldsTheTrueEffectOfAReminder(int horizonDays) {
    Tally tally = tally(STRONG, horizonDays);

    assertThat(tally.effects.get(Measure.PAID_IN_TIME) / SEEDS).isGreaterThan(0.05);
    assertThat(tally.effects.get(Measure.DAYS_TO_PAY) / SEEDS).isLessThan(-0.05 * horizonDays);
    // By chance it would be five in a hundred; with one reminder a customer few more see it.
    assertThat(tally.sure.get(Measure.DAYS_TO_PAY)).as("seeds that see it").isGreaterThan(12);
    tally.requireNinetyInAHundred();
    // Within a month nearly all of it comes, and no interval is given.
    if (horizonDays == 30) {
      assertThat(tally.answered).doesNotContainKey(Measure.COLLECTED);
    } else {
      assertThat(tally.answered.get(Measure.COLLECTED)).isGreaterThan(SEEDS * 3 / 4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 10})
  void theIntervalHoldsThatAReminderDoesNothing(int horizonDays) {
    Experiment all = lived(1, NONE, Sending.TO_ALL, horizonDays);
    Experiment none = lived(1, NONE, Sending.TO_NOBODY, horizonDays);
    for (Measure measure : Measure.values()) {
      assertThat(mean(all, measure)).isEqualTo(mean(none, measure)).isNotNaN();
    }
    tally(NONE, horizonDays).requireNinetyInAHundred();
  }

  /** Sums over the seeds. */
  private static final class Tally {
    final Map<Measure, Double> effects = new EnumMap<>(Measure.class);
    final Map<Measure, Integer> answered = new EnumMap<>(Measure.class);
    final Map<Measure, Integer> held = new EnumMap<>(Measure.class);
    final Map<Measure, Integer> sure = new EnumMap<>(Measure.class);

    void add(Measure measure, Uplift uplift, double effect) {
      boolean holds = uplift.low() <= effect && effect <= uplift.high();
      effects.merge(measure, effect, Double::sum);
      answered.merge(measure, 1, Integer::sum);
      held.merge(measure, holds ? 1 : 0, Integer::sum);
      sure.merge(measure, uplift.isSure() ? 1 : 0, Integer::sum);
    }

    /** Of invoices nearly every seed has an interval; whatever has one must be held by it. */
    void requireNinetyInAHundred() {
      assertThat(answered.get(Measure.PAID_IN_TIME)).isGreaterThanOrEqualTo(SEEDS * 95 / 100);
      assertThat(held)
          .as("of %s; sure %s", answered, sure)
          .allSatisfy(
              (measure, times) ->
                  assertThat(times)
                      .as("%s", measure)
                      .isGreaterThanOrEqualTo(answered.getOrDefault(measure, 0) * 9 / 10));
    }
  }

  /** Each economy lives as drawn, and is the same one with all reminded and with none. */
  private static Tally tally(double multiplier, int horizonDays) {
    Tally tally = new Tally();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Experiment drawn = lived(seed, multiplier, Sending.AS_DRAWN, horizonDays);
      boolean doesNothing = multiplier == NONE;
      Experiment all = doesNothing ? drawn : lived(seed, multiplier, Sending.TO_ALL, horizonDays);
      Experiment none =
          doesNothing ? drawn : lived(seed, multiplier, Sending.TO_NOBODY, horizonDays);
      for (Measure measure : Measure.values()) {
        Uplift uplift = drawn.of(measure).uplift();
        double effect = mean(all, measure) - mean(none, measure);
        if (uplift != null) {
          tally.add(measure, uplift, effect);
        }
      }
    }
    return tally;
  }

  private static Experiment lived(long seed, double multiplier, Sending sending, int horizonDays) {
    return all(
        RemindedEconomy.measured(
            settings(seed, multiplier),
            RemindedEconomy.policy(HELD_OUT, seed),
            sending,
            new Window(horizonDays, Window.DEFAULT.overdueDays(), Window.DEFAULT.late())));
  }

  /** Of both arms together. */
  private static double mean(Experiment of, Measure measure) {
    Uplift.OrLack means = of.of(measure);
    double treated = mass(of.treated(), measure);
    double heldOut = mass(of.heldOut(), measure);
    return (means.treated() * treated + means.heldOut() * heldOut) / (treated + heldOut);
  }

  private static double mass(Experiment.Size size, Measure measure) {
    return switch (measure) {
      case PAID_IN_TIME, DAYS_TO_PAY -> size.invoices();
      case COLLECTED, MONEY_DAYS -> size.asked().toDouble();
    };
  }

  private static Experiment all(List<Experiment> experiments) {
    return experiments.stream()
        .filter(it -> it.treatment().step().isEmpty() && it.treatment().currency().equals("EUR"))
        .findFirst()
        .orElseThrow();
  }

  private static EconomySettings settings(long seed, double multiplier) {
    return EconomySettings.demo()
        .withSeed(seed)
        .withStart(LocalDate.of(2024, 1, 1))
        .withDays(110)
        .withCustomers(CUSTOMERS)
        .withInvoicesPerCustomerDay(0.05)
        .withDownturn(Downturn.NONE)
        .withReminderMultiplier(multiplier);
  }
}
