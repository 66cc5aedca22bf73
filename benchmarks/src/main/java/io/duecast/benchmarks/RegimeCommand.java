package io.duecast.benchmarks;

import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainingSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many labels it takes to learn a new behaviour; see {@link RegimeChange}. */
@Command(
    name = "regime",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how many matured labels of a new behaviour bring the scores back within 5 % of an",
      "oracle that was trained on the new behaviour alone."
    })
public final class RegimeCommand implements Callable<Integer> {
  private static final PrintStream OUT = System.out;

  @Option(names = "--customers", defaultValue = "300", description = "Default: ${DEFAULT-VALUE}.")
  private int customers;

  @Option(
      names = "--before",
      defaultValue = "360",
      description = "Days before customers turn. Default: ${DEFAULT-VALUE}.")
  private int daysBefore;

  @Option(
      names = "--after",
      defaultValue = "450",
      description = "Days after it. Default: ${DEFAULT-VALUE}.")
  private int daysAfter;

  @Option(names = "--seed", defaultValue = "17", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--full",
      description = "Train as in production, not with the few and small trees of a quick look.")
  private boolean isFull;

  /** Runs the command and ends with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RegimeCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws TooLittleDataException {
    RegimeChange change =
        new RegimeChange(
            customers,
            daysBefore,
            daysAfter,
            seed,
            isFull ? TrainingSettings.DEFAULT : TrainingSettings.QUICK);
    say("month", "invoices", "late", "labels", "learning", "never again", "oracle", "ratio");
    List<RegimeChange.Month> months = change.measure(RegimeCommand::say);
    OUT.println(
        RegimeChange.labelsUntilNear(months).stream()
            .mapToObj("within 5 %% of the oracle, and for good, from %,d labels on"::formatted)
            .findFirst()
            .orElse("not within 5 % of the oracle by the end"));
    return 0;
  }

  private static void say(RegimeChange.Month it) {
    say(
        it.first().toString().substring(0, 7),
        Integer.toString(it.invoices()),
        String.format(Locale.ROOT, "%.1f %%", 100 * it.lateShare()),
        Long.toString(it.labels()),
        text(it.learning()),
        text(it.neverAgain()),
        text(it.oracle()),
        text(it.ratio()));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static void say(String... columns) {
    List<String> padded = new ArrayList<>();
    for (String column : columns) {
      padded.add(String.format(Locale.ROOT, "%-12s", column));
    }
    OUT.println(String.join("", padded));
  }
}
