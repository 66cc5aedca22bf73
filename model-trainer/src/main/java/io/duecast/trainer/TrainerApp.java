package io.duecast.trainer;

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
import io.duecast.trainer.service.LearningPlans;
import io.duecast.trainer.service.TrainerPlan;
import io.duecast.trainer.service.TrainerService;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Learning as a service of its own, against a cluster, until the system asks it to stop. */
@Command(
    name = "model-trainer",
    mixinStandardHelpOptions = true,
    version = "duecast 0.1.0-SNAPSHOT",
    description = {
      "Learns from labelled invoices and releases what proves itself, until SIGTERM or Ctrl-C.",
      "Missing topics are created; existing ones must fit. Of several instances one learns, and"
          + " another takes over when it goes. It keeps nothing on disk.",
      ""
    },
    footer = {
      "",
      "Settings, in rising order: built in, the file, DUECAST_… in the environment, --set.",
      "What it cannot do without:",
      "  DUECAST_CLUSTER_BOOTSTRAP=kafka:9092",
      "  DUECAST_REGISTRY_URL=http://registry:8081",
      "What must be as in the flows: policy.*, features.declared, topics.prefix.",
      "What a deployment also wants:",
      "  DUECAST_OBSERVABILITY_ADDRESS=0.0.0.0:9464  /livez, /readyz, /metrics",
      "  DUECAST_LOGGING_FORMAT=json",
      "",
      "Exit codes: 0 asked to stop, 1 it failed and says why, 2 the command line is wrong."
    })
public final class TrainerApp implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(TrainerApp.class);

  @Mixin ServiceOptions options = new ServiceOptions();

  private final StopSignal stop;
  private final Map<String, String> environment;

  private TrainerApp(StopSignal stop, Map<String, String> environment) {
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
    return new CommandLine(new TrainerApp(stop, environment))
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new StartFailures());
  }

  @Override
  public Integer call() throws InterruptedException {
    DuecastSettings settings = options.read(environment);
    ServiceLog.as(settings);
    if (!settings.text(Catalogue.LEARNING).equals("on")) {
      throw new StartException(
          "%s is %s (%s): there is nothing to do",
          Catalogue.LEARNING.key(),
          settings.text(Catalogue.LEARNING),
          settings.of(Catalogue.LEARNING).origin());
    }
    Properties cluster = settings.cluster(settings.text(Catalogue.BOOTSTRAP));
    WireSerdes serdes = new WireSerdes(settings.registry(settings.text(Catalogue.REGISTRY)));
    try (Observatory observatory = Observatory.open(settings)) {
      TopicSetup.ensure(settings, cluster);
      TrainerPlan plan = LearningPlans.of(settings, cluster, serdes);
      try (TrainerService service =
          TrainerService.start(
              plan, LearningPlans.schedule(settings), Clock.systemUTC(), observatory.watching())) {
        LOG.info("the trainer watches the labels");
        return UntilStopped.of(stop, service::isAlive);
      }
    }
  }
}
