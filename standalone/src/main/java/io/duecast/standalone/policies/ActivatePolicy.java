package io.duecast.standalone.policies;

import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.PolicyActivated;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a policy in force. */
@Command(
    name = "activate",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a policy in force: from the next day that begins reminders are decided by it."
    })
final class ActivatePolicy implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "FILE", description = "A policy in YAML.")
  Path file = Path.of("");

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The reason; it stands beside the policy for ever.")
  String why = "";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The day from which it holds; in the past for history only. Default: now.")
  @Nullable LocalDate from;

  private final Console console;

  ActivatePolicy(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    DunningPolicy policy = PolicyFile.read(console.resolve(file));
    try (Connection connection = Connection.open(platform.read(console))) {
      KnownPolicies known = new KnownPolicies(connection);
      known.checkVersion(policy);
      Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
      Instant since =
          from == null ? now : from.atStartOfDay(connection.setup().settings().zone()).toInstant();
      known.tell(
          new PolicyActivated(
              policy, since, System.getProperty("user.name", "a person"), why, now));
      console.print(
          "policy %s version %d is in force from %s", policy.name(), policy.version(), since);
      return 0;
    }
  }
}
