package io.duecast.streams;

import io.duecast.service.launch.DataDirectory;
import io.duecast.service.launch.ServiceLog;
import io.duecast.service.launch.ServiceOptions;
import io.duecast.service.launch.ServiceProcess;
import io.duecast.service.launch.StartFailures;
import io.duecast.service.launch.StopSignal;
import io.duecast.service.launch.TopicSetup;
import io.duecast.service.launch.UntilStopped;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.watch.Observatory;
import io.duecast.streams.run.DuecastService;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flows as a service of their own, against a cluster, until the system asks it to stop. */
@Command(
    name = "streams-app",
    mixinStandardHelpOptions = true,
    version = "duecast 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "[topics]",
    description = {
      "Runs Duecast's flows against a Kafka cluster and a schema registry until SIGTERM or Ctrl-C.",
      "Missing topics are created; existing ones must fit. Any number of instances may run; the"
          + " work is shared among them, and each day is opened once.",
      ""
    },
    footer = {
      "",
      "Settings, in rising order: built in, the file, DUECAST_… in the environment, --set.",
      "What it cannot do without:",
      "  DUECAST_CLUSTER_BOOTSTRAP=kafka:9092",
      "  DUECAST_REGISTRY_URL=http://registry:8081",
      "What a deployment also wants:",
      "  DUECAST_DATA_DIR=/var/lib/duecast           the stores, so that a restart is quick",
      "  DUECAST_OBSERVABILITY_ADDRESS=0.0.0.0:9464  /livez, /readyz, /metrics",
      "  DUECAST_LOGGING_FORMAT=json",
      "",
      "Exit codes: 0 asked to stop, 1 it failed and says why, 2 the command line is wrong."
    })
public final class StreamsApp implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);

  @Mixin ServiceOptions options = new ServiceOptions();

  @Option(
      names = "--no-day-clock",
      description = "Open no business days: somebody else writes them.")
  boolean isWithoutClock;

  private final StopSignal stop;
  private final Map<String, String> environment;

  private StreamsApp(StopSignal stop, Map<String, String> environment) {
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
    return new CommandLine(new StreamsApp(stop, environment))
        .addSubcommand(new TopicsJob(environment))
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new StartFailures());
  }

  @Override
  public Integer call() throws InterruptedException {
    DuecastSettings settings = options.read(environment);
    ServiceLog.as(settings);
    DataDirectory data = DataDirectory.of(settings, environment);
    String bootstrap = settings.text(Catalogue.BOOTSTRAP);
    WireSerdes serdes = new WireSerdes(settings.registry(settings.text(Catalogue.REGISTRY)));
    Clock clock = isWithoutClock ? null : Clock.systemUTC();
    try (Observatory observatory = Observatory.open(settings)) {
      ensureTopics(settings);
      DuecastService.Plan plan =
          DuecastService.Plan.of(settings, serdes, bootstrap, data.flows(), null, clock);
      try (DuecastService service = DuecastService.start(plan, observatory.watching())) {
        return UntilStopped.of(stop, service::isAlive);
      }
    }
  }

  /** Makes sure of the topics, and says what it did. */
  static void ensureTopics(DuecastSettings settings) throws InterruptedException {
    Properties cluster = settings.cluster(settings.text(Catalogue.BOOTSTRAP));
    Set<String> created = TopicSetup.ensure(settings, cluster);
    if (!created.isEmpty()) {
      LOG.info("created {}", String.join(", ", created));
    }
  }

  /** Creates the topics, or finds that they fit, and is done: for a job before the services. */
  @Command(
      name = "topics",
      mixinStandardHelpOptions = true,
      description = {
        "Creates the topics that are missing, checks the others, and ends.",
        "May be repeated, and run by several at once."
      })
  static final class TopicsJob implements Callable<Integer> {
    @Mixin ServiceOptions options = new ServiceOptions();

    private final Map<String, String> environment;

    TopicsJob(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
      DuecastSettings settings = options.read(environment);
      ServiceLog.as(settings);
      ensureTopics(settings);
      LOG.info("the topics are there");
      return 0;
    }
  }
}
