package io.duecast.benchmarks;

import io.duecast.stack.BrokerSettings;
import io.duecast.stack.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Events per second of the whole topology beside a bare pass-through with the same input and output
 * bytes, both exactly-once on one broker, in turn.
 */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = {
      "Measures ledger and scoring beside a bare pass-through.",
      "Both read the same facts and write as many records of the same bytes, exactly-once, on one",
      "broker in this process, in turn. Quote the ratio: the rates depend on the machine."
    })
public final class ThroughputCommand implements Callable<Integer> {
  private static final PrintStream OUT = System.out;

  @Option(
      names = "--events",
      defaultValue = "200000",
      description = "Facts for each run. Default: ${DEFAULT-VALUE}.")
  private int events;

  @Option(
      names = "--customers",
      split = ",",
      defaultValue = "1000,1000000",
      description = "Sizes of the economy, one measurement each. Default: ${DEFAULT-VALUE}.")
  private List<Integer> customers = List.of();

  @Option(
      names = "--runs",
      defaultValue = "3",
      description = "Runs of each, in turn; the median counts. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Processing threads. Default: ${DEFAULT-VALUE}.")
  private int threads;

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ThroughputCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    OUT.printf(
        Locale.ROOT,
        "%-10s %-14s %12s %12s %10s%n",
        "customers",
        "topology",
        "events/s",
        "us/event",
        "of bare");
    for (int size : customers) {
      measure(size);
    }
    return 0;
  }

  private void measure(int size) throws Exception {
    Path directory = Files.createTempDirectory("duecast-benchmark");
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(directory.resolve("broker"), BrokerSettings.defaults());
        Course course = new Course(broker.bootstrapServers(), directory, threads)) {
      int written = course.writeFacts(size, events);
      double[] full = new double[runs];
      double[] bare = new double[runs];
      course.runFull("warm-up");
      for (int run = 0; run < runs; run++) {
        full[run] = written / course.runFull("full-" + run).seconds();
        bare[run] = written / course.runBare("bare-" + run).seconds();
      }
      print(size, "full", median(full), median(full) / median(bare));
      print(size, "pass-through", median(bare), 1);
    } finally {
      delete(directory);
    }
  }

  private static void print(int size, String what, double rate, double ratio) {
    OUT.printf(
        Locale.ROOT, "%-10d %-14s %12.0f %12.1f %10.2f%n", size, what, rate, 1e6 / rate, ratio);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path directory) throws IOException {
    Utils.delete(directory.toFile());
  }
}
