package io.duecast.insight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long a receivable is past due. */
public enum AgingBucket {
  /** Not due yet, or due today. */
  CURRENT(0, "current", 0),
  DAYS_1_TO_30(1, "1-30", 30),
  DAYS_31_TO_60(2, "31-60", 60),
  DAYS_61_TO_90(3, "61-90", 90),
  DAYS_OVER_90(4, "90+", Integer.MAX_VALUE);

  private final int place;
  private final String title;
  private final int mostDaysPastDue;

  AgingBucket(int place, String title, int mostDaysPastDue) {
    this.place = place;
    this.title = title;
    this.mostDaysPastDue = mostDaysPastDue;
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
    for (AgingBucket bucket : values()) {
      if (daysPastDue <= bucket.mostDaysPastDue) {
        return bucket;
      }
    }
    return DAYS_OVER_90;
  }

  /**
   * At how many ends of days a receivable stood in this bucket.
   *
   * @param from its first day
   * @param until the day on which it stood nowhere any more
   */
  long endsOfDays(LocalDate dueOn, LocalDate from, LocalDate until) {
    long first = ChronoUnit.DAYS.between(dueOn, from);
    long last = ChronoUnit.DAYS.between(dueOn, until) - 1;
    long lowest =
        this == CURRENT ? first : Math.max(first, values()[place - 1].mostDaysPastDue + 1L);
    return Math.max(0, Math.min(last, mostDaysPastDue) - lowest + 1);
  }
}
