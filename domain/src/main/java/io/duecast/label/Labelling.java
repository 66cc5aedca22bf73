package io.duecast.label;

import static io.duecast.check.Check.require;

import io.duecast.outcome.LabelPolicy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The rule that turns an outcome into a label for a horizon: late means paid more than grace plus
 * horizon days past due. An open invoice is late once it can no longer be paid in time, and before
 * that it is censored, never on time.
 *
 * @param cohort which of the known labels are learned from
 */
public record Labelling(LabelPolicy policy, Cohort cohort) {
  /** Version of this rule, as it stands in a model's manifest: another rule, another model. */
  public static final int DEFINITION = 1;

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
      case OPEN -> matured && !outcome.disputed() ? Label.LATE : Label.CENSORED;
      case PAID ->
          matured || cohort == Cohort.KNOWN
              ? paid(outcome.daysPastDue(), horizonDays)
              : Label.CENSORED;
    };
  }

  private Label paid(int daysPastDue, int horizonDays) {
    return policy.isLate(daysPastDue - horizonDays) ? Label.LATE : Label.ON_TIME;
  }

  /** Whether a payment that comes on the day, or later, is late for the horizon. */
  private boolean matured(Outcome outcome, LocalDate on, int horizonDays) {
    long daysPastDue = ChronoUnit.DAYS.between(outcome.dueOn(), on);
    return policy.isLate(
        Math.clamp(daysPastDue - horizonDays, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }
}
