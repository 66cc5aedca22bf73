package io.duecast.standalone.insight;

import io.duecast.experiment.Experiment;
import io.duecast.experiment.ExperimentReport;
import io.duecast.experiment.Window;
import io.duecast.outcome.LabelPolicy;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.standalone.insight.Output.Format;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what reminders bring. */
@Command(
    name = "experiments",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what reminders bring: the difference between the customers who were drawn to be"
          + " reminded and those who were held out, in invoices paid in time, in days and in money,"
          + " each with its 95 % interval.",
      "What was drawn counts, not what was delivered. An invoice counts once, from the first"
          + " reminder that names it, and only when its whole window has passed."
    },
    footer = {
      "",
      "Examples:",
      "  duecast experiments",
      "  duecast experiments --as-of 2026-06-30 --format csv",
      "  duecast experiments --horizon 60 --cost-of-capital 6.5"
    })
public final class ExperimentsCommand implements Callable<Integer> {
  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "What was known at the end of this day. Default: the latest that has ended.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      description =
          "For so many days after its first reminder an invoice is looked at; money that comes"
              + " later counts as not paid. Default: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  int horizon;

  @Option(
      names = "--cost-of-capital",
      paramLabel = "PERCENT",
      description = "What a year of money costs, in percent. Default: ${DEFAULT-VALUE}.",
      defaultValue = "8")
  BigDecimal costOfCapital = BigDecimal.ZERO;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json (one object on each line), or csv. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  public ExperimentsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (horizon < 1 || horizon > Window.LONGEST_DAYS) {
      throw new CommandFailure("--horizon %d: from 1 to %d days", horizon, Window.LONGEST_DAYS);
    }
    if (costOfCapital.signum() < 0 || costOfCapital.compareTo(PERCENT) > 0) {
      throw new CommandFailure("--cost-of-capital %s: from 0 to 100 percent", costOfCapital);
    }
    try (Connection connection = Connection.open(platform.read(console))) {
      Experiments experiments = Experiments.of(connection);
      Optional<LocalDate> last = experiments.lastDay();
      if (last.isEmpty()) {
        console.say("no day has ended yet: nothing was tried");
        return 0;
      }
      LocalDate day = asOf == null ? last.get() : asOf;
      if (day.isAfter(last.get())) {
        throw new CommandFailure("--as-of %s: the days up to %s are known", day, last.get());
      }
      DuecastSettings settings = connection.setup().settings();
      LabelPolicy late = settings.ledger().desk().policy();
      Window window = new Window(horizon, Window.DEFAULT.overdueDays(), late);
      ExperimentReport report = new ExperimentReport(day, settings.zone(), window);
      experiments.tell(report);
      show(day, report.experiments());
      return 0;
    }
  }

  private void show(LocalDate day, List<Experiment> experiments) {
    if (experiments.isEmpty()) {
      console.say("no reminder was due up to %s: nothing was tried", day);
      return;
    }
    ExperimentRows rows = new ExperimentRows(day, horizon, costOfCapital.doubleValue() / 100);
    if (format != Format.TABLE) {
      Output.print(console, format, experiments.stream().flatMap(rows::of).toList());
      return;
    }
    for (Experiment experiment : experiments) {
      console.print("%s", rows.title(experiment));
      console.print("");
      rows.table(experiment).lines().forEach(line -> console.print("%s", line));
      console.print("");
    }
    console.print(
        "What was drawn counts, not what was delivered; intervals of 95 %%, customers being the"
            + " unit that was drawn.");
  }
}
