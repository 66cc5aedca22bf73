package io.duecast.trainer.release;

import static io.duecast.check.Check.require;

import java.time.Duration;

/**
 * How long a candidate that passed the gate scores silently before it takes over.
 *
 * @param invoices that it has to score; 0 for no trial
 * @param days after which fewer are enough
 * @param patience how long to wait for the first of them while others are scored without it
 */
public record TrialPolicy(int invoices, int days, Duration patience) {
  public static final TrialPolicy DEFAULT = new TrialPolicy(200, 7, Duration.ofMinutes(5));

  /** What passed the gate takes over at once, as in history, where nobody acts on a score. */
  public static final TrialPolicy NONE = new TrialPolicy(0, 0, Duration.ZERO);

  public TrialPolicy {
    require(invoices >= 0, "a trial of %d invoices", invoices);
    require(days >= 0, "a trial of %d days", days);
  }

  /** Whether there is to be one. */
  public boolean isWanted() {
    return invoices > 0;
  }
}
