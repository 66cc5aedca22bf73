package io.duecast.standalone.book;

import java.time.LocalDate;

/** How often an import learns on its way through history. */
enum Rhythm {
  MONTHLY,
  QUARTERLY;

  boolean isDue(LocalDate day) {
    return day.getDayOfMonth() == 1 && (this == MONTHLY || day.getMonthValue() % 3 == 1);
  }
}
