package io.duecast.streams.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a day changed in one partition of the customers.
 *
 * @param day what was known when it began is counted
 * @param startedAt when it began
 */
record DayTally(
    int partition, LocalDate day, Instant startedAt, boolean replayed, List<PartTally> tallies) {
  DayTally {
    tallies = List.copyOf(tallies);
  }

  /** The same day, should it be told twice. */
  DayTally plus(DayTally more) {
    List<PartTally> all = new ArrayList<>(tallies);
    all.addAll(more.tallies);
    return new DayTally(partition, day, startedAt, replayed, all);
  }
}
