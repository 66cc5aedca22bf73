package io.duecast.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the controller forget a broker that died without a word, before that broker starts again.
 *
 * <p>Otherwise the controller takes the dead broker for a living one until its session ends. The
 * new one starts to coordinate transactions meanwhile, and when the controller then finds the old
 * one dead, all partitions are without a leader for a moment. Kafka 4.1 to 4.3 take a partition
 * without a leader for a deleted one, and leave out the marker that ends a transaction in it: its
 * readers wait for ever, or records of an aborted transaction come to count. See decision 10.
 */
final class CrashRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(CrashRecovery.class);
  private static final int PATIENCE_SECONDS = 30;

  private CrashRecovery() {}

  /** Whether a broker has run on this directory and did not stop in order. */
  static boolean isNeeded(Path logDirectory) {
    return Files.exists(logDirectory.resolve("meta.properties"))
        && !Files.exists(logDirectory.resolve(".kafka_cleanshutdown"));
  }

  /** Runs the controller alone, for as long as it takes to tell it. */
  static void run(Path logDirectory, int controllerPort) throws Exception {
    LOG.info(
        "broker: the last one on {} did not stop in order; its session is ended", logDirectory);
    Properties properties = BrokerProperties.ofController(logDirectory, controllerPort);
    KafkaRaftServer controller =
        new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
    try {
      controller.startup();
      forget(Ports.HOST + ":" + controllerPort);
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void forget(String controllerAddress)
      throws ExecutionException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controllerAddress))) {
      admin
          .unregisterBroker(BrokerProperties.NODE_ID)
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new StackException(
          "broker: the one that died could not be unregistered in %d s; start again"
              .formatted(PATIENCE_SECONDS),
          e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
        throw e;
      }
    }
  }
}
