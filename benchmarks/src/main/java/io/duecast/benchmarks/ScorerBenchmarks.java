package io.duecast.benchmarks;

import io.duecast.benchmarks.ScorerContest.Kind;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The compiled forest beside Weka's own, in one JVM, in turn. */
@Command(
    name = "scorer",
    mixinStandardHelpOptions = true,
    description = {
      "Measures scores, path attributions and loading beside Weka, with JMH, in this JVM, in turn.",
      "Quote the ratios: each is of two neighbouring iterations, and of these the median counts.",
    })
public final class ScorerBenchmarks implements Callable<Integer> {
  private static final PrintStream OUT = System.out;

  @Option(
      names = "--rounds",
      defaultValue = "9",
      description = "Iterations of each, in turn, after one to warm up. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--millis",
      defaultValue = "500",
      description = "Length of an iteration. Default: ${DEFAULT-VALUE}.")
  private int millis;

  private record Measured(double micros, double bytes) {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ScorerBenchmarks()).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException {
    boolean same = true;
    for (Kind kind : Kind.values()) {
      ScorerContest contest = ScorerBenchmark.contest(kind);
      long differences = contest.differences();
      same &= differences == 0;
      OUT.printf(
          Locale.ROOT,
          "%-16s %d trees, %d nodes, depth %d, %d features; of %d rows Weka says another of %d%n",
          kind,
          contest.compiled().trees(),
          contest.compiled().nodes(),
          contest.compiled().depth(),
          contest.compiled().features().size(),
          contest.size(),
          differences);
    }
    OUT.printf(
        Locale.ROOT,
        "%-16s of COMPLETE: Weka's %d bytes, the model file's %d%n%n",
        "files",
        ScorerBenchmark.wekaBytes(),
        ScorerBenchmark.modelBytes());
    OUT.println(heading());
    for (Kind kind : Kind.values()) {
      compare("Weka / score", kind, "weka", "score");
      compare("attribution / score", kind, "attribution", "score");
    }
    compare("Weka's file / load", Kind.COMPLETE, "wekaLoad", "load");
    return same ? 0 : 1;
  }

  private void compare(String what, Kind kind, String one, String other) throws RunnerException {
    List<Double> ratios = new ArrayList<>();
    List<Double> micros = new ArrayList<>();
    List<Double> otherMicros = new ArrayList<>();
    double bytes = 0;
    for (int round = -1; round < rounds; round++) {
      Measured first = measure(one, kind, round < 0);
      Measured second = measure(other, kind, round < 0);
      if (round >= 0) {
        ratios.add(first.micros() / second.micros());
        micros.add(first.micros());
        otherMicros.add(second.micros());
        bytes = second.bytes();
      }
    }
    List<Double> sorted = ratios.stream().sorted().toList();
    OUT.printf(
        Locale.ROOT,
        "%-20s %-16s %8.1f %8.1f %8.1f %12.2f %12.2f %12.0f%n",
        what,
        kind,
        median(ratios),
        sorted.getFirst(),
        sorted.getLast(),
        median(micros),
        median(otherMicros),
        bytes);
  }

  private static String heading() {
    return String.format(
        Locale.ROOT,
        "%-20s %-16s %8s %8s %8s %12s %12s %12s",
        "ratio",
        "rows",
        "median",
        "least",
        "most",
        "us, first",
        "us, second",
        "B/op, second");
  }

  private Measured measure(String benchmark, Kind kind, boolean warming) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^" + ScorerBenchmark.class.getName() + "\\." + benchmark + "$")
            .param("kind", kind.name())
            .forks(0)
            .warmupIterations(warming ? 4 : 1)
            .warmupTime(TimeValue.milliseconds(warming ? 2L * millis : millis / 5))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(millis))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    RunResult result = results.iterator().next();
    return new Measured(result.getPrimaryResult().getScore(), bytes(result));
  }

  private static double bytes(RunResult result) {
    for (String label : result.getSecondaryResults().keySet()) {
      if (label.endsWith("gc.alloc.rate.norm")) {
        return result.getSecondaryResults().get(label).getScore();
      }
    }
    return Double.NaN;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(it -> it).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
