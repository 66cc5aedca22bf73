package io.duecast.standalone.book;

import io.duecast.calendar.DayOpened;
import java.time.Instant;

/** What is done when a day of history has begun. */
interface HistoryLearning {
  /** Nothing, on no day. */
  HistoryLearning NONE =
      new HistoryLearning() {
        @Override
        public boolean isDue(DayOpened day) {
          return false;
        }

        @Override
        public void learn(DayOpened day, Instant at) {}
      };

  boolean isDue(DayOpened day);

  /**
   * Learns from what was known when the day began.
   *
   * @param at when it began
   */
  void learn(DayOpened day, Instant at) throws InterruptedException;
}
