package io.duecast.label;

import static io.duecast.check.Check.require;

import io.duecast.outcome.LabelPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The rule that turns an outcome into a label for a horizon: late means paid more than grace plus
 * horizon days past due. An open invoice is late once it can no longer be paid in time, and before
 * that it is censored, never on time.
 *
 * @param cohort which of the known labels are learned from
 */
public record Labelling(LabelPolicy policy, Cohort cohort) {
  /** The version of this rule. Another rule is another number, and makes another model. */
  public static final int DEFINITION = 1;

  /** Days after the last day of grace for which every invoice has a label. */
  public static final List<Integer> HORIZON_DAYS = List.of(0, 30, 60, 90);

  /** Which invoices with a known label are taken. */
  public enum Cohort {
    /** All of them. The latest are mostly those that were paid early. */
    KNOWN,
    /** Those past due + grace + horizon: no outcome comes into it earlier than another. */
    MATURED
  }

  /**
   * The label of an invoice.
   *
   * @param outcome as known when the day begins
   * @param on the day
   * @param horizonDays not negative
   */
  public Label label(Outcome outcome, LocalDate on, int horizonDays) {
    require(horizonDays >= 0, "a horizon of %d days is negative", horizonDays);
    boolean matured = matured(outcome, on, horizonDays);
    return switch (outcome.fate()) {
      case WITHDRAWN, CREDITED -> Label.EXCLUDED;
      case WRITTEN_OFF -> Label.LATE;
      case OPEN, UNKNOWN -> matured && !outcome.disputed() ? Label.LATE : Label.CENSORED;
      case PAID ->
          matured || cohort == Cohort.KNOWN
              ? paid(outcome.daysPastDue(), horizonDays)
              : Label.CENSORED;
    };
  }

  private Label paid(int daysPastDue, int horizonDays) {
    return policy.isLate(daysPastDue - horizonDays) ? Label.LATE : Label.ON_TIME;
  }

  /** The labels of an invoice for all horizons. */
  public List<HorizonLabel> labels(Outcome outcome, LocalDate on) {
    return HORIZON_DAYS.stream()
        .map(days -> new HorizonLabel(days, label(outcome, on, days)))
        .toList();
  }

  /** The first day on which an invoice that is still open then is late for a horizon. */
  public LocalDate ripensOn(LocalDate dueOn, int horizonDays) {
    return dueOn.plusDays(policy.graceDays() + horizonDays + 1L);
  }

  /** Whether a payment that comes on the day, or later, is late for the horizon. */
  private boolean matured(Outcome outcome, LocalDate on, int horizonDays) {
    long daysPastDue = ChronoUnit.DAYS.between(outcome.dueOn(), on);
    return policy.isLate(
        Math.clamp(daysPastDue - horizonDays, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
