package io.duecast.standalone;

import io.duecast.service.settings.Catalogue;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the flows against a real cluster. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the flows against a real cluster and registry until Ctrl-C.",
      "Missing topics are created; existing ones must fit. Security and anything else that Kafka's"
          + " clients know is passed on: --set cluster.security.protocol=SASL_SSL, --set"
          + " registry.basic.auth.user.info=…, or in duecast.yaml, or as DUECAST_CLUSTER_… in the"
          + " environment."
    })
final class RunCommand implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Of each topic keyed by customer, when they are created. Default: 4.")
  @Nullable Integer partitions;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "Copies of each topic, when they are created. Default: 1.")
  @Nullable Integer replicas;

  @Option(
      names = "--no-day-clock",
      description = "Open no business days: somebody else writes them.")
  boolean isWithoutClock;

  private final Console console;

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    platform.flag(Catalogue.PARTITIONS.key(), "--partitions", partitions);
    platform.flag(Catalogue.REPLICAS.key(), "--replicas", replicas);
    Setup setup = platform.read(console);
    if (setup.settings().text(Catalogue.BOOTSTRAP).isEmpty()) {
      throw new CommandFailure(
          "name the cluster with --bootstrap and --registry; for the embedded one use 'duecast"
              + " up'");
    }
    try (Connection connection = Connection.open(setup)) {
      return Keeping.until(connection, isWithoutClock ? null : Clock.systemUTC());
    }
  }
}
