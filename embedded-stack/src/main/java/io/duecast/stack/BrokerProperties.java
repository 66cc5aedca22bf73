package io.duecast.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The configuration of a broker that is its own controller, alone on this machine. */
final class BrokerProperties {
  static final int NODE_ID = 1;
  private static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  private static final int MEGABYTE = 1024 * 1024;
  private static final int TEN_YEARS_IN_MINUTES = 10 * 365 * 24 * 60;

  private static final Map<String, Object> ALONE =
      Map.of(
          "offsets.topic.replication.factor", 1,
          "offsets.topic.num.partitions", 4,
          "transaction.state.log.replication.factor", 1,
          "transaction.state.log.min.isr", 1,
          "transaction.state.log.num.partitions", 4,
          "share.coordinator.state.topic.replication.factor", 1,
          "share.coordinator.state.topic.min.isr", 1);

  /**
   * Historical events keep their old timestamps; with a retention they would be deleted at once.
   */
  private static final Map<String, Object> NOTHING_IS_LOST =
      Map.of(
          "log.retention.ms",
          -1,
          "offsets.retention.minutes",
          TEN_YEARS_IN_MINUTES,
          "auto.create.topics.enable",
          false,
          "message.max.bytes",
          32 * MEGABYTE);

  private static final Map<String, Object> SMALL =
      Map.of(
          "log.cleaner.dedupe.buffer.size", 8 * MEGABYTE,
          "num.network.threads", 2,
          "num.io.threads", 4,
          "background.threads", 2,
          "group.coordinator.threads", 1,
          "share.coordinator.threads", 1);

  /**
   * Broker and controller share a process: a missed heartbeat means that the machine is busy, or
   * slept, not that a broker died.
   */
  private static final Map<String, Object> PATIENT_WITH_ITSELF =
      Map.of("broker.session.timeout.ms", 60_000, "broker.heartbeat.interval.ms", 500);

  /**
   * After a crash a group waits until the sessions of its members are over, and readers of
   * committed records until open transactions are given up.
   */
  private static final Map<String, Object> QUICK_AFTER_A_CRASH =
      Map.of(
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", 1000,
          "group.min.session.timeout.ms", 1000,
          "group.consumer.min.session.timeout.ms", 6000,
          "group.consumer.session.timeout.ms", 6000,
          "group.streams.min.session.timeout.ms", 6000,
          "group.streams.session.timeout.ms", 6000);

  private static final Map<String, Object> QUICK_GROUPS =
      Map.of(
          "group.initial.rebalance.delay.ms", 0,
          "group.consumer.min.heartbeat.interval.ms", 300,
          "group.consumer.heartbeat.interval.ms", 300,
          "group.streams.min.heartbeat.interval.ms", 300,
          "group.streams.heartbeat.interval.ms", 300,
          "group.streams.initial.rebalance.delay.ms", 0,
          "group.streams.assignment.interval.ms", 0);

  private BrokerProperties() {}

  static Properties of(
      Path logDirectory, int clientPort, int controllerPort, Map<String, String> overrides) {
    Properties properties = common(logDirectory, controllerPort);
    properties.put("process.roles", "broker,controller");
    properties.put(
        "listeners",
        "%s://%s:%d,%s".formatted(CLIENTS, Ports.HOST, clientPort, listener(controllerPort)));
    properties.put("inter.broker.listener.name", CLIENTS);
    for (Map<String, Object> group :
        List.of(
            ALONE,
            NOTHING_IS_LOST,
            SMALL,
            PATIENT_WITH_ITSELF,
            QUICK_AFTER_A_CRASH,
            QUICK_GROUPS)) {
      group.forEach((name, value) -> properties.put(name, value.toString()));
    }
    properties.putAll(overrides);
    return properties;
  }

  /** The same node as a controller that is no broker. */
  static Properties ofController(Path logDirectory, int controllerPort) {
    Properties properties = common(logDirectory, controllerPort);
    properties.put("process.roles", "controller");
    properties.put("listeners", listener(controllerPort));
    return properties;
  }

  private static Properties common(Path logDirectory, int controllerPort) {
    Properties properties = new Properties();
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put(
        "controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, Ports.HOST, controllerPort));
    properties.put(
        "listener.security.protocol.map",
        "%s:PLAINTEXT,%s:PLAINTEXT".formatted(CLIENTS, CONTROLLER));
    properties.put("controller.listener.names", CONTROLLER);
    properties.put("log.dirs", logDirectory.toString());
    return properties;
  }

  private static String listener(int controllerPort) {
    return "%s://%s:%d".formatted(CONTROLLER, Ports.HOST, controllerPort);
  }
}
