package io.duecast.console;

import io.duecast.service.launch.DataDirectory;
import io.duecast.service.launch.ServiceLog;
import io.duecast.service.launch.ServiceOptions;
import io.duecast.service.launch.ServiceProcess;
import io.duecast.service.launch.StartException;
import io.duecast.service.launch.StartFailures;
import io.duecast.service.launch.StopSignal;
import io.duecast.service.launch.TopicSetup;
import io.duecast.service.launch.UntilStopped;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.watch.Observatory;
import io.duecast.service.watch.Watching;
import io.duecast.wire.WireSerdes;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The console as a service of its own, against a cluster, until the system asks it to stop. */
@Command(
    name = "console",
    mixinStandardHelpOptions = true,
    version = "duecast 0.1.0-SNAPSHOT",
    description = {
      "Serves what the topics say, on pages and over HTTP, until SIGTERM or Ctrl-C.",
      "Its tables are made of the topics alone: in a database of its own under data-dir, or in the"
          + " PostgreSQL of database.url. What collectors record in it goes to collections-events."
    })
public final class ConsoleApp implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(
      names = "--rebuild",
      description = "First forget all tables, and make them again from the topics.")
  boolean isAnew;

  private final StopSignal stop;
  private final Map<String, String> environment;

  private ConsoleApp(StopSignal stop, Map<String, String> environment) {
    this.stop = stop;
    this.environment = environment;
  }

  /** Ends the process with the exit code. */
  public static void main(String[] args) {
    ServiceLog.begin();
    ServiceProcess.run(stop -> commandLine(stop, System.getenv()).execute(args));
  }

  /** The command with all that belongs to it. */
  static CommandLine commandLine(StopSignal stop, Map<String, String> environment) {
    return new CommandLine(new ConsoleApp(stop, environment))
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new StartFailures());
  }

  @Override
  public Integer call() throws InterruptedException {
    DuecastSettings settings = options.read(environment);
    ServiceLog.as(settings);
    if (settings.text(Catalogue.CONSOLE).isEmpty()) {
      throw new StartException("%s is empty: there is nothing to do", Catalogue.CONSOLE.key());
    }
    Properties cluster = settings.cluster(settings.text(Catalogue.BOOTSTRAP));
    WireSerdes serdes = new WireSerdes(settings.registry(settings.text(Catalogue.REGISTRY)));
    try (Observatory observatory = Observatory.open(settings)) {
      TopicSetup.ensure(settings, cluster);
      Watching watching = observatory.watching();
      Console.Plan plan =
          new Console.Plan(
              settings,
              cluster,
              serdes,
              DataDirectory.of(settings, environment).database(),
              isAnew);
      try (Console console = Console.start(plan, watching)) {
        LOG.info("the console is at {}", console.address());
        return UntilStopped.of(stop, watching.board()::isAlive);
      }
    }
  }
}
