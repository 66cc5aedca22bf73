package io.duecast.standalone.policies;

import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.PolicyActivated;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists every activation, the first one first. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the policies of reminders that were activated. A star marks the one in force."
    })
final class ListPolicies implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "As it was at the end of a day. Default: now.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json: one object on each line, or csv. Default: table.")
  Sheet.Format format = Sheet.Format.TABLE;

  private final Console console;

  ListPolicies(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      Instant at = AsOf.moment(asOf, connection.setup().settings().zone());
      List<PolicyActivated> known =
          new KnownPolicies(connection)
              .inOrder().stream().filter(it -> !it.recordedAt().isAfter(at)).toList();
      if (known.isEmpty()) {
        console.say("no policy was activated: nobody is reminded");
      }
      Sheet sheet = new Sheet("in force", "since", "policy", "version", "steps", "by", "why");
      PolicyActivated inForce = null;
      for (PolicyActivated it : known) {
        inForce = it.effectiveFrom().isAfter(at) ? inForce : it;
      }
      for (PolicyActivated it : known) {
        sheet.row(
            it.equals(inForce) ? "*" : "",
            it.effectiveFrom().toString(),
            it.policy().name(),
            Integer.toString(it.policy().version()),
            Integer.toString(steps(it.policy())),
            it.by(),
            it.why());
      }
      if (!known.isEmpty() || format == Sheet.Format.CSV) {
        sheet.print(format, console);
      }
      return 0;
    }
  }

  private static int steps(DunningPolicy policy) {
    return policy.ladders().stream().mapToInt(it -> it.steps().size()).sum();
  }
}
