package io.duecast.reminder;

import io.duecast.service.launch.ServiceLog;
import io.duecast.service.launch.ServiceOptions;
import io.duecast.service.launch.ServiceProcess;
import io.duecast.service.launch.StartFailures;
import io.duecast.service.launch.StopSignal;
import io.duecast.service.launch.TopicSetup;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.watch.Observatory;
import io.duecast.service.watch.Watching;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The sending of reminders as a service, against a cluster, until the system asks it to stop. */
@Command(
    name = "reminder-service",
    mixinStandardHelpOptions = true,
    version = "duecast 0.1.0-SNAPSHOT",
    description = {
      "Sends the reminders that are due and tells what became of them, until SIGTERM or Ctrl-C.",
      "One instance runs. It sends nothing on a channel for which it is not told how.",
      ""
    },
    footer = {
      "",
      "Settings, in rising order: built in, the file, DUECAST_… in the environment, --set.",
      "What it cannot do without:",
      "  DUECAST_CLUSTER_BOOTSTRAP=kafka:9092",
      "  DUECAST_REGISTRY_URL=http://registry:8081",
      "What it sends by, either or both:",
      "  DUECAST_REMINDERS_MAIL_HOST=smtp.example.com, DUECAST_REMINDERS_MAIL_FROM=…",
      "  DUECAST_REMINDERS_WEBHOOK_SECRET=…",
      "Where to: DUECAST_REMINDERS_ADDRESSES=addresses.csv",
      "What must be as in the flows: topics.prefix.",
      "What a deployment also wants:",
      "  DUECAST_OBSERVABILITY_ADDRESS=0.0.0.0:9464  /livez, /readyz, /metrics",
      "  DUECAST_LOGGING_FORMAT=json",
      "",
      "Exit codes: 0 asked to stop, 1 it failed and says why, 2 the command line is wrong."
    })
public final class ReminderApp implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ReminderApp.class);
  private static final int ROUNDS_WITHIN = 4;

  @Mixin ServiceOptions options = new ServiceOptions();

  private final StopSignal stop;
  private final Map<String, String> environment;

  private ReminderApp(StopSignal stop, Map<String, String> environment) {
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
    return new CommandLine(new ReminderApp(stop, environment))
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new StartFailures());
  }

  @Override
  public Integer call() throws InterruptedException {
    DuecastSettings settings = options.read(environment);
    ServiceLog.as(settings);
    Clock clock = Clock.systemUTC();
    SenderPlan plan = SenderPlan.of(settings, clock);
    try (Observatory observatory = Observatory.open(settings)) {
      LOG.info("it sends by {}", plan.couriers().keySet());
      run(settings, plan, observatory.watching(), clock);
    }
    LOG.info("reminders: stopped");
    return 0;
  }

  private void run(DuecastSettings settings, SenderPlan plan, Watching watching, Clock clock)
      throws InterruptedException {
    Properties cluster = settings.cluster(settings.text(Catalogue.BOOTSTRAP));
    SenderWatch watch = new SenderWatch(watching);
    TopicSetup.ensure(settings, cluster);
    NamedTopics topics = settings.topics();
    WireSerdes serdes = new WireSerdes(settings.registry(settings.text(Catalogue.REGISTRY)));
    Duration between = plan.knownWithin().dividedBy(ROUNDS_WITHIN);
    Outbox outbox = new Outbox();
    try (var consumer =
            new KafkaConsumer<>(
                reading(cluster), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer =
            new KafkaProducer<>(
                writing(cluster),
                new StringSerializer(),
                serdes.serializer(Topics.REMINDER_STATUS));
        Pipeline pipeline = new Pipeline(Stages.in(cluster, topics), between)) {
      Inbox inbox = new Inbox(consumer, serdes.decoder(), topics, outbox);
      inbox.open();
      Postman postman = new Postman(plan.couriers(), plan.addresses(), plan.templates(), clock);
      ReminderLoop loop =
          new ReminderLoop(
              inbox, outbox, pipeline, producer, topics, postman, watch, plan.knownWithin(), clock);
      while (!stop.isAsked()) {
        loop.turn(stop);
      }
    }
  }

  private static Properties reading(Properties cluster) {
    Properties reading = new Properties();
    reading.putAll(cluster);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return reading;
  }

  private static Properties writing(Properties cluster) {
    Properties writing = new Properties();
    writing.putAll(cluster);
    writing.put(ProducerConfig.ACKS_CONFIG, "all");
    return writing;
  }
}
