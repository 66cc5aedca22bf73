package io.duecast.feature;

/** What a feature's value is measured in. */
public enum Unit {
  COUNT,
  DAYS,
  RATIO,
  /** Units of the invoice's currency. */
  AMOUNT,
  /** A number from the calendar, e.g. 1 to 12. */
  CALENDAR,
  /** Yes is 1, no is 0. */
  FLAG,
  /** One of a set of words. */
  CATEGORY,
  /** Whatever the company's own column, or the indicator, is measured in. */
  OWN
}
