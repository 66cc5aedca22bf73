package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;

/** The mark of a day that belongs into one partition: what stands after it there is of that day. */
public interface InPartition {
  /** The day. */
  DayOpened day();

  /** The number of the partition. */
  int partition();
}
