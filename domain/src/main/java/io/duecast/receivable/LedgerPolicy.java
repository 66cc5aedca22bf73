package io.duecast.receivable;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;

/**
 * The rules of the ledger that a company sets for itself.
 *
 * @param tolerance a balance up to this is nothing left to pay; in the invoice's currency
 * @param keepClosedDays how long a closed invoice is kept for reversals and late facts; after that
 *     it is forgotten, and a repeat of it would count as new
 */
public record LedgerPolicy(BigDecimal tolerance, int keepClosedDays) {
  /** No tolerance; ten years. */
  public static final LedgerPolicy DEFAULT = new LedgerPolicy(BigDecimal.ZERO, 3653);

  public LedgerPolicy {
    require(tolerance.signum() >= 0, "the tolerance %s is negative", tolerance);
    require(keepClosedDays > 0, "closed invoices kept for %d days", keepClosedDays);
  }
}
