package io.duecast.experiment;

import static java.util.Objects.requireNonNull;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one treatment.
 *
 * @param treated the invoices whose customers were drawn to be treated
 * @param heldOut the others
 * @param running invoices whose window has not passed yet; they count nowhere else
 * @param uplifts of each measure, or what is missing
 */
public record Experiment(
    Treatment treatment,
    Size treated,
    Size heldOut,
    int running,
    Map<Measure, Uplift.OrLack> uplifts) {
  private static final double DAYS_PER_YEAR = 365;

  /**
   * How large an arm is.
   *
   * @param asked what was open of its invoices when they came in
   */
  public record Size(int customers, int invoices, Money asked) {}

  /**
   * An amount of money with its 95 % interval.
   *
   * @param amount what is most likely
   */
  public record Amount(Money amount, Money low, Money high) {}

  public Experiment {
    uplifts = Map.copyOf(uplifts);
  }

  static Experiment of(Treatment treatment, List<Aftermath> passed, int running, Window window) {
    Map<Measure, Uplift.OrLack> uplifts = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      Contrast contrast = new Contrast();
      for (Aftermath each : passed) {
        contrast.add(each.assignment(), measure.mass(each), measure.value(each, window));
      }
      uplifts.put(measure, contrast.uplift());
    }
    return new Experiment(
        treatment, size(treatment, passed, true), size(treatment, passed, false), running, uplifts);
  }

  private static Size size(Treatment treatment, List<Aftermath> passed, boolean treated) {
    Set<CustomerId> customers = new HashSet<>();
    int invoices = 0;
    Money asked = Money.zero(Money.currencyOf(treatment.currency()));
    for (Aftermath each : passed) {
      if (each.assignment().treated() == treated) {
        customers.add(each.assignment().customer());
        invoices++;
        asked = asked.plus(each.assignment().balance());
      }
    }
    return new Size(customers.size(), invoices, asked);
  }

  /** What the treatment does to a measure, or what is missing to say so. */
  public Uplift.OrLack of(Measure measure) {
    return requireNonNull(uplifts.get(measure));
  }

  /** The money of the treated that came within the horizon by the treatment; null if not known. */
  public @Nullable Amount collected() {
    return amount(Measure.COLLECTED, 1);
  }

  /**
   * What it is worth that the money of the treated came sooner; null if not known.
   *
   * @param costOfCapital of a year, 0.08 is eight percent
   */
  public @Nullable Amount worthOfDays(double costOfCapital) {
    return amount(Measure.MONEY_DAYS, -costOfCapital / DAYS_PER_YEAR);
  }

  private @Nullable Amount amount(Measure measure, double factor) {
    Uplift uplift = of(measure).uplift();
    if (uplift == null) {
      return null;
    }
    Money asked = treated.asked();
    Money low = asked.times(uplift.low() * factor);
    Money high = asked.times(uplift.high() * factor);
    return new Amount(asked.times(uplift.difference() * factor), low.min(high), low.max(high));
  }
}
