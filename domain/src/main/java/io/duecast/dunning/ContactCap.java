package io.duecast.dunning;

import static io.duecast.check.Check.require;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often one customer is written to at most.
 *
 * @param most messages; at most {@value #MOST}
 * @param days within which
 */
public record ContactCap(int most, int days) {
  static final int MOST = 16;

  public ContactCap {
    require(most >= 1 && most <= MOST, "a cap of %s messages is not from 1 to %s", most, MOST);
    require(days >= 1 && days <= 365, "a cap over %s days is not from 1 to 365", days);
  }

  /**
   * The first day on which one more message may go out; null if there were not so many yet.
   *
   * @param sentOn the days of the messages so far, rising
   */
  @Nullable LocalDate freeOn(List<LocalDate> sentOn) {
    return sentOn.size() < most ? null : sentOn.get(sentOn.size() - most).plusDays(days);
  }
}
