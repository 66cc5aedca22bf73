package io.duecast.trainer.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How often a backtest trains. */
public enum Retrain {
  /** Once, when the test begins. */
  NEVER,
  /** When the test begins, and on the first day of each month after. */
  MONTHLY;

  /** The days on which a model is released, in order. */
  List<LocalDate> releases(LocalDate firstTestDay, LocalDate asOf) {
    List<LocalDate> days = new ArrayList<>(List.of(firstTestDay));
    LocalDate next = firstTestDay.withDayOfMonth(1).plusMonths(1);
    while (this == MONTHLY && next.isBefore(asOf)) {
      days.add(next);
      next = next.plusMonths(1);
    }
    return days;
  }
}
