package io.duecast.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What one topology took, lap by lap. The median counts. */
final class Laps {
  private final String topology;
  private final long facts;
  private final List<Course.Lap> laps = new ArrayList<>();

  Laps(String topology, long facts) {
    this.topology = topology;
    this.facts = facts;
  }

  void add(Course.Lap lap) {
    laps.add(lap);
  }

  /** One line, beside the bare topology. */
  String line(int customers, Laps bare) {
    return String.format(
        Locale.ROOT,
        "%-10d %-30s %10.0f %10.1f %8.2f %14.1f %8.2f",
        customers,
        topology,
        facts / median(Course.Lap::seconds),
        1e6 * median(Course.Lap::seconds) / facts,
        bare.median(Course.Lap::seconds) / median(Course.Lap::seconds),
        1e6 * median(Course.Lap::cpuSeconds) / facts,
        bare.median(Course.Lap::cpuSeconds) / median(Course.Lap::cpuSeconds));
  }

  static String heading() {
    return String.format(
        Locale.ROOT,
        "%-10s %-30s %10s %10s %8s %14s %8s",
        "customers",
        "topology",
        "events/s",
        "us/event",
        "of bare",
        "CPU us/event",
        "of bare");
  }

  private double median(ToDoubleFunction<Course.Lap> of) {
    double[] sorted = laps.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
