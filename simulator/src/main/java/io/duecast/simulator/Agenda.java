package io.duecast.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which customers are to be looked at on which day, in the order in which they were noted. */
final class Agenda {
  private final long firstDay;
  private final int[] @Nullable [] customers;
  private final int[] counts;

  Agenda(long firstDay, int days) {
    this.firstDay = firstDay;
    this.customers = new int[days][];
    this.counts = new int[days];
  }

  /** Notes a customer; what lies beyond the last day is forgotten. */
  void note(int customer, long day) {
    long at = day - firstDay;
    if (at >= counts.length) {
      return;
    }
    int index = (int) at;
    int[] noted = customers[index];
    if (noted == null) {
      noted = new int[8];
    } else if (counts[index] == noted.length) {
      noted = Arrays.copyOf(noted, noted.length * 2);
    }
    noted[counts[index]++] = customer;
    customers[index] = noted;
  }

  int count(long day) {
    return counts[(int) (day - firstDay)];
  }

  int customer(long day, int position) {
    int[] noted = customers[(int) (day - firstDay)];
    if (noted == null) {
      throw new IndexOutOfBoundsException(position);
    }
    return noted[position];
  }

  void forget(long day) {
    customers[(int) (day - firstDay)] = null;
  }
}
