package io.duecast.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own broker in this process, on 127.0.0.1, with its data in one directory that outlives
 * it. It creates no topic by itself, deletes no record by age, and takes records up to 32 MB. When
 * its disk fails, Kafka ends the whole process.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

  /** A free port may be taken between the look and the use; a second time is no coincidence. */
  private static final int ATTEMPTS_ON_FREE_PORTS = 3;

  private final KafkaRaftServer server;
  private final DirectoryLock lock;
  private final int port;
  private boolean closed;

  private EmbeddedBroker(KafkaRaftServer server, DirectoryLock lock, int port) {
    this.server = server;
    this.lock = lock;
    this.port = port;
  }

  /**
   * A broker that takes requests.
   *
   * @throws StackException if another process uses the directory, the port is taken, or Kafka
   *     refuses to start
   */
  public static EmbeddedBroker start(Path dataDirectory, BrokerSettings settings) {
    DirectoryLock lock = DirectoryLock.take(dataDirectory, "broker");
    try {
      return start(dataDirectory.toRealPath(), settings, lock);
    } catch (StackException e) {
      lock.close();
      throw e;
    } catch (Exception e) {
      lock.close();
      throw new StackException(
          "broker: Kafka does not start on %s: %s".formatted(dataDirectory, e), e);
    }
  }

  /** Where clients connect: {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      stop(server);
    } finally {
      lock.close();
    }
    LOG.info("broker stopped");
  }

  private static EmbeddedBroker start(Path directory, BrokerSettings settings, DirectoryLock lock)
      throws Exception {
    long startedNanos = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      Ports ports = Ports.of(directory);
      int port = ports.choose("broker", settings.port());
      int controllerPort = ports.choose("controller", 0);
      Path logDirectory = directory.resolve("log");
      if (CrashRecovery.isNeeded(logDirectory)) {
        CrashRecovery.run(logDirectory, controllerPort);
      }
      format(logDirectory);
      Properties properties =
          BrokerProperties.of(logDirectory, port, controllerPort, settings.overrides());
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
      try {
        server.startup();
        ports.remember();
        LOG.info(
            "broker started on {}:{} in {} ms",
            Ports.HOST,
            port,
            (System.nanoTime() - startedNanos) / 1_000_000);
        return new EmbeddedBroker(server, lock, port);
      } catch (Throwable e) {
        stop(server);
        if (!isPortTaken(e) || attempt == ATTEMPTS_ON_FREE_PORTS) {
          throw e;
        }
      }
    }
  }

  private static void format(Path logDirectory) throws Exception {
    if (Files.exists(logDirectory.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(logDirectory);
    new Formatter()
        .setNodeId(BrokerProperties.NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logDirectory.toString())
        .setMetadataLogDirectory(logDirectory.toString())
        .setControllerListenerName(BrokerProperties.CONTROLLER)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static boolean isPortTaken(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }
}
