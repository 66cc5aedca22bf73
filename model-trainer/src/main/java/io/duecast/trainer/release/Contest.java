package io.duecast.trainer.release;

import static io.duecast.check.Check.require;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same unseen invoices as a candidate, the champion and the rule without a model judge them.
 *
 * @param late the rows that were late
 * @param customers whose each row is; rows of one customer are no independent evidence
 * @param segments of each row; null for none
 * @param candidate what it says, 0..1
 * @param champion what the one in charge says; empty if none is
 * @param rule what the customer's own late ratio says
 * @param prior the share that was late before: what one says who knows nothing
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement: some are large
public record Contest(
    BitSet late,
    List<String> customers,
    List<@Nullable String> segments,
    double[] candidate,
    double[] champion,
    double[] rule,
    double prior) {
  public Contest {
    require(
        candidate.length == customers.size()
            && rule.length == candidate.length
            && segments.size() == candidate.length
            && (champion.length == 0 || champion.length == candidate.length),
        "a contest of %d, %d and %d rows",
        candidate.length,
        rule.length,
        customers.size());
  }

  public int rows() {
    return candidate.length;
  }

  double[] priors() {
    double[] priors = new double[rows()];
    Arrays.fill(priors, prior);
    return priors;
  }

  boolean hasChampion() {
    return champion.length > 0;
  }

  /** 1 if the row was late, else 0. */
  int outcome(int row) {
    return late.get(row) ? 1 : 0;
  }
}
