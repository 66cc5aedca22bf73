package io.duecast.standalone.policies;

import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.DunningStep;
import io.duecast.dunning.Ladder;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a policy says. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the steps of the policy in force, or of that in a FILE, which is checked with all its"
          + " mistakes named."
    })
final class ShowPolicy implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "A policy in YAML.")
  @Nullable Path file;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The one in force at the end of a day. Default: now.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json: one object on each line, or csv. Default: table.")
  Sheet.Format format = Sheet.Format.TABLE;

  private final Console console;

  ShowPolicy(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (file != null) {
      show(PolicyFile.read(console.resolve(file)));
      return 0;
    }
    try (Connection connection = Connection.open(platform.read(console))) {
      show(
          new KnownPolicies(connection)
              .inForce(AsOf.moment(asOf, connection.setup().settings().zone())));
      return 0;
    }
  }

  private void show(DunningPolicy policy) {
    if (format == Sheet.Format.TABLE) {
      console.print("policy    %s, version %d", policy.name(), policy.version());
      console.print(
          "messages  at most %d in %d days to a customer, %s to %s by its own clock",
          policy.cap().most(),
          policy.cap().days(),
          clock(policy.times().fromMinute()),
          clock(policy.times().untilMinute()));
      console.print(
          "holdout   %s of the customers; a step that is not sent for %d days is dropped",
          policy.holdout().share(), policy.expireDays());
      console.print("");
    }
    Sheet sheet = new Sheet("ladder", "bands", "segments", "step", "days", "channels", "template");
    for (Ladder ladder : policy.ladders()) {
      for (DunningStep step : ladder.steps()) {
        sheet.row(
            ladder.name(),
            words(ladder.bands()),
            ladder.segments().isEmpty() ? "all" : String.join(" ", ladder.segments()),
            step.name(),
            Integer.toString(step.daysPastDue()),
            words(step.channels()),
            step.template());
      }
    }
    sheet.print(format, console);
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private static String words(List<? extends Enum<?>> constants) {
    return constants.isEmpty()
        ? "all"
        : constants.stream()
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
  }
}
