package io.duecast.standalone;

import io.duecast.service.launch.ServiceLog;
import io.duecast.service.launch.StopSignal;
import io.duecast.service.watch.Observatory;
import io.duecast.service.watch.Watching;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.streams.run.DuecastService;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs the flows until somebody asks to stop, or they stop by themselves. */
final class Keeping {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private Keeping() {}

  static int until(Connection connection, @Nullable Clock clock) throws InterruptedException {
    ServiceLog.as(connection.setup().settings());
    try (Observatory observatory = Observatory.open(connection.setup().settings())) {
      keep(connection, clock, observatory);
    }
    return 0;
  }

  private static void keep(Connection connection, @Nullable Clock clock, Observatory observatory)
      throws InterruptedException {
    Console console = connection.setup().console();
    StopSignal stop = console.stop();
    Watching watching = observatory.watching();
    DuecastService service = connection.startFlows(clock, watching);
    boolean isTold = false;
    while (!stop.isAskedWithin(BETWEEN_LOOKS)) {
      if (!connection.isAlive()) {
        throw new CommandFailure(
            "the flows, or the registry, have stopped; %s says why",
            connection.setup().data().log());
      }
      if (!isTold && service.isReady()) {
        isTold = true;
        connection.startLearning(watching);
        tell(connection, observatory, console);
        tellConsole(connection, watching, console);
      }
    }
    console.say("stopping …");
  }

  private static void tell(Connection connection, Observatory observatory, Console console) {
    console.print("ready");
    console.print("  brokers   %s", connection.bootstrapServers());
    console.print("  registry  %s", connection.registryUrl());
    console.print("  data      %s", connection.setup().data().path());
    console.print("  log       %s", connection.setup().data().log());
    observatory.address().ifPresent(it -> console.print("  health    %s", it));
  }

  /** Against a real cluster the console is a service of its own. */
  private static void tellConsole(Connection connection, Watching watching, Console console) {
    if (connection.origin() == Connection.Origin.OWN) {
      connection.startConsole(watching, it -> console.print("  console   %s", it));
    }
    console.print("Ctrl-C ends it.");
  }
}
