package io.duecast.segment;

import io.duecast.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is suggested for a customer; somebody decides.
 *
 * @param ladder the kind of reminders: gentle, standard, early, firm
 * @param termDays at most to be offered; 0 is payment in advance
 * @param creditLimit null if it has not shown yet what it can pay
 * @param callPriority 1, call first, to 5
 * @param reasons the figures behind the credit limit
 */
public record Strategy(
    String ladder,
    int termDays,
    @Nullable Money creditLimit,
    int callPriority,
    List<SegmentReason> reasons) {
  public Strategy {
    reasons = List.copyOf(reasons);
  }
}
