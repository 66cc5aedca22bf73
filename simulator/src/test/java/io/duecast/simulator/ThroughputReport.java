package io.duecast.simulator;

import java.lang.management.ManagementFactory;

/** Prints how fast events come, and what a large economy holds: customers and days as arguments. */
final class ThroughputReport {
  private ThroughputReport() {}

  public static void main(String[] args) {
    int customers = Integer.parseInt(args[0]);
    int days = Integer.parseInt(args[1]);
    EconomySettings settings = EconomySettings.standard().withCustomers(customers).withDays(days);
    long cpuBefore = cpuNanos();
    Economy economy = Economy.of(settings);
    long events = 0;
    while (economy.hasNextDay()) {
      events += economy.nextDay().size();
    }
    double seconds = (cpuNanos() - cpuBefore) / 1e9;
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    long heldMegabytes = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    events += economy.stillUnderWay().size();
    System.out.printf(
        "%d customers, %d days: %d events in %.1f s of one thread's CPU, %.0f/s, %d MB held%n",
        customers, days, events, seconds, events / seconds, heldMegabytes);
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
