package io.duecast.insight;

/** How long a receivable is past due. */
public enum AgingBucket {
  /** Not due yet, or due today. */
  CURRENT(0, "current"),
  DAYS_1_TO_30(1, "1-30"),
  DAYS_31_TO_60(2, "31-60"),
  DAYS_61_TO_90(3, "61-90"),
  DAYS_OVER_90(4, "90+");

  private final int place;
  private final String title;

  AgingBucket(int place, String title) {
    this.place = place;
    this.title = title;
  }

  /** Where it stands in a list of all, from 0. */
  public int place() {
    return place;
  }

  /** As people write it, e.g. {@code 31-60}. */
  public String title() {
    return title;
  }

  /**
   * The bucket of a receivable.
   *
   * @param daysPastDue negative or 0 if it is not overdue
   */
  public static AgingBucket of(long daysPastDue) {
    if (daysPastDue <= 0) {
      return CURRENT;
    }
    if (daysPastDue <= 30) {
      return DAYS_1_TO_30;
    }
    if (daysPastDue <= 60) {
      return DAYS_31_TO_60;
    }
    return daysPastDue <= 90 ? DAYS_61_TO_90 : DAYS_OVER_90;
  }
}
