package io.duecast.dunning;

import static io.duecast.check.Check.require;

import java.util.List;

/**
 * When messages may go out, by the customer's own clock.
 *
 * @param fromMinute of the day, inclusive; 540 is nine in the morning
 * @param untilMinute of the day, exclusive
 * @param weekdays 1 is Monday, 7 is Sunday
 */
public record SendTimes(int fromMinute, int untilMinute, List<Integer> weekdays) {
  private static final int DAY = 24 * 60;

  /** Nine to five, Monday to Friday. */
  public static final SendTimes OFFICE_HOURS =
      new SendTimes(9 * 60, 17 * 60, List.of(1, 2, 3, 4, 5));

  public SendTimes {
    weekdays = List.copyOf(weekdays);
    require(
        fromMinute >= 0 && fromMinute < untilMinute && untilMinute <= DAY,
        "a window from minute %s to minute %s of the day",
        fromMinute,
        untilMinute);
    require(
        !weekdays.isEmpty() && weekdays.stream().allMatch(it -> it >= 1 && it <= 7),
        "the weekdays %s are not from 1 to 7",
        weekdays);
  }
}
