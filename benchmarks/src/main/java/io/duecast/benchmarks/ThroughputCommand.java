package io.duecast.benchmarks;

import io.duecast.stack.BrokerSettings;
import io.duecast.stack.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Events per second of the whole topology beside a bare pass-through with the same input and output
 * records, both exactly-once on one broker, in turn.
 */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = {
      "Measures ledger and scoring beside a bare pass-through.",
      "Both read the same facts and write as many records of the same keys, values and headers,",
      "exactly-once, on one broker in this process, in turn; a second pass-through writes what the",
      "changelogs of the stores take as well. Quote the ratio: the rates depend on the machine.",
      "Where others use the machine too, the ratio of CPU time is the one to look at."
    })
public final class ThroughputCommand implements Callable<Integer> {
  private static final PrintStream OUT = System.out;

  @Option(
      names = "--events",
      defaultValue = "300000",
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
      course.writeFacts(size, events);
      long facts = course.inputs().records();
      Laps full = new Laps("full", facts);
      Laps bare = new Laps("pass-through", facts);
      Laps withChangelogs = new Laps("pass-through with changelogs", facts);
      course.runFull("warm-full");
      course.runBareWithChangelogs("warm-bare");
      for (int run = 0; run < runs; run++) {
        full.add(course.runFull("full-" + run));
        bare.add(course.runBare("bare-" + run));
        withChangelogs.add(course.runBareWithChangelogs("logged-" + run));
      }
      print(size, "in", course.inputs(), facts);
      print(size, "out", course.outputs(), facts);
      print(size, "changelogs", course.changelogs(), facts);
      OUT.println(Laps.heading());
      for (Laps laps : List.of(full, withChangelogs, bare)) {
        OUT.println(laps.line(size, bare));
      }
      OUT.println();
    } finally {
      delete(directory);
    }
  }

  private static void print(int size, String what, Traffic traffic, long facts) {
    OUT.printf(
        Locale.ROOT,
        "%-10d %-30s %10.2f records/event %10.0f bytes/event, of %d events%n",
        size,
        what,
        (double) traffic.records() / facts,
        (double) traffic.bytes() / facts,
        facts);
  }

  private static void delete(Path directory) throws IOException {
    Utils.delete(directory.toFile());
  }
}
