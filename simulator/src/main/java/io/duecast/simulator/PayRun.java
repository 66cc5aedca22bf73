package io.duecast.simulator;

/** The days on which a customer's money leaves the house. */
enum PayRun {
  ANY_BUSINESS_DAY,
  WEEKLY,
  MID_AND_END_OF_MONTH,
  END_OF_MONTH;

  /**
   * The first run on or after a day.
   *
   * @param weekday the day of a weekly run, 0 = Monday
   */
  long onOrAfter(long day, int weekday) {
    return switch (this) {
      case ANY_BUSINESS_DAY -> BusinessDays.onOrAfter(day);
      case WEEKLY -> day + Math.floorMod(weekday - BusinessDays.weekday(day), 7);
      case MID_AND_END_OF_MONTH -> {
        long middle = middleOfMonth(day);
        long end = BusinessDays.lastOfMonth(day);
        yield day <= middle ? middle : day <= end ? end : middleOfMonth(firstOfNextMonth(day));
      }
      case END_OF_MONTH -> endOfMonthOnOrAfter(day);
    };
  }

  /** The last run on or before a day. */
  long onOrBefore(long day, int weekday) {
    return switch (this) {
      case ANY_BUSINESS_DAY -> BusinessDays.onOrBefore(day);
      case WEEKLY -> day - Math.floorMod(BusinessDays.weekday(day) - weekday, 7);
      case MID_AND_END_OF_MONTH -> {
        long middle = middleOfMonth(day);
        long end = BusinessDays.lastOfMonth(day);
        yield day >= end ? end : day >= middle ? middle : endOfPreviousMonth(day);
      }
      case END_OF_MONTH -> {
        long end = BusinessDays.lastOfMonth(day);
        yield day >= end ? end : endOfPreviousMonth(day);
      }
    };
  }

  private static long middleOfMonth(long day) {
    return BusinessDays.onOrAfter(BusinessDays.firstOf(BusinessDays.month(day)) + 14);
  }

  private static long firstOfNextMonth(long day) {
    return BusinessDays.firstOf(BusinessDays.month(day) + 1);
  }

  private static long endOfPreviousMonth(long day) {
    return BusinessDays.onOrBefore(BusinessDays.firstOf(BusinessDays.month(day)) - 1);
  }

  private static long endOfMonthOnOrAfter(long day) {
    long end = BusinessDays.lastOfMonth(day);
    return day <= end ? end : BusinessDays.lastOfMonth(firstOfNextMonth(day));
  }
}
