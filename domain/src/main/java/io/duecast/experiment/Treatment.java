package io.duecast.experiment;

import static io.duecast.check.Check.require;

import java.util.Comparator;

/**
 * What is tried on invoices: one row of the report.
 *
 * @param kind what is done
 * @param policy the name of the policy that does it
 * @param step the first step that came to the invoice; empty for all steps together
 * @param currency of the invoices, ISO 4217
 */
public record Treatment(Kind kind, String policy, String step, String currency)
    implements Comparable<Treatment> {
  /** What is done to a customer. */
  public enum Kind {
    REMINDER
  }

  private static final Comparator<Treatment> ORDER =
      Comparator.comparing(Treatment::kind)
          .thenComparing(Treatment::policy)
          .thenComparing(Treatment::currency)
          .thenComparing(Treatment::step);

  public Treatment {
    require(!policy.isBlank(), "the policy of a treatment is blank");
  }

  /** The same, whatever the step. */
  public Treatment ofAllSteps() {
    return new Treatment(kind, policy, "", currency);
  }

  @Override
  public int compareTo(Treatment other) {
    return ORDER.compare(this, other);
  }
}
