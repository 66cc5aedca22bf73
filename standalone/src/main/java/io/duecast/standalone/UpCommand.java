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

/** Keeps the embedded stack and the flows running. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "Runs broker, registry, flows and the console until Ctrl-C, and says where they are.",
      "Everything is kept in the data directory. Other commands with the same data directory use"
          + " what runs here."
    })
final class UpCommand implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Of each topic keyed by customer, when they are created. Default: 4.")
  @Nullable Integer partitions;

  private final Console console;

  UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    platform.flag(Catalogue.PARTITIONS.key(), "--partitions", partitions);
    Setup setup = platform.read(console);
    if (!setup.settings().text(Catalogue.BOOTSTRAP).isEmpty()) {
      throw new CommandFailure(
          "'up' is for the embedded stack; for the cluster %s use 'duecast run'",
          setup.settings().text(Catalogue.BOOTSTRAP));
    }
    try (Connection connection = Connection.open(setup)) {
      if (connection.origin() == Connection.Origin.RUNNING) {
        console.print(
            "already running on %s: brokers %s",
            setup.data().path(), connection.bootstrapServers());
        return 0;
      }
      return Keeping.until(connection, Clock.systemUTC());
    }
  }
}
