package io.duecast.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * One broker and one registry in containers, as {@code docker/compose.yaml} has them, for all tests
 * of a JVM. Their ports on this machine are the same after a restart.
 */
final class Cluster {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static @Nullable Cluster shared;

  private final Network network = Network.newNetwork();
  private final int brokerPort = freePort();
  private final int registryPort = freePort();
  private final ComposeFile compose =
      new ComposeFile(Map.of("KAFKA_PORT", Integer.toString(brokerPort)));
  private final HttpClient http = HttpClient.newHttpClient();
  private final Part broker;
  private final Part registry;

  private Cluster() {
    run(container("controller", ""));
    broker = run(listening(container("kafka", "Kafka Server started"), brokerPort, 29092));
    registry = run(listening(container("registry", ""), registryPort, 8081));
  }

  static synchronized Cluster shared() throws Exception {
    if (shared == null) {
      shared = new Cluster();
      shared.awaitRegistry();
    }
    return shared;
  }

  private GenericContainer<?> container(String service, String ready) {
    return new GenericContainer<>(DockerImageName.parse(compose.image(service)))
        .withNetwork(network)
        .withNetworkAliases(service)
        .withEnv(compose.environment(service))
        .withCommand(compose.command(service))
        .withCopyFileToContainer(
            MountableFile.forHostPath(Images.ROOT.resolve("docker/kafka")), "/etc/duecast")
        .withStartupTimeout(PATIENCE)
        .waitingFor(Wait.forLogMessage(".*" + ready + ".*\n", 1).withStartupTimeout(PATIENCE));
  }

  private static GenericContainer<?> listening(
      GenericContainer<?> container, int port, int inside) {
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
    return container;
  }

  private static Part run(GenericContainer<?> container) {
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    return new Part(container);
  }

  Network network() {
    return network;
  }

  Part broker() {
    return broker;
  }

  Part registry() {
    return registry;
  }

  /** What a client on this machine needs. */
  Properties clients() {
    Properties clients = new Properties();
    clients.put("bootstrap.servers", "localhost:" + brokerPort);
    return clients;
  }

  /** The registry, from this machine. */
  String registryUrl() {
    return compose.substituted("http://localhost:%d${REGISTRY_PATH:-}".formatted(registryPort));
  }

  /** The registry, from a container. */
  String registryUrlInside() {
    return compose.substituted("http://registry:8081${REGISTRY_PATH:-}");
  }

  void awaitRegistry() throws Exception {
    HttpRequest subjects =
        HttpRequest.newBuilder(URI.create(registryUrl() + "/subjects")).timeout(ANSWER).build();
    Await.until(
        "the registry answers",
        PATIENCE,
        () -> {
          try {
            return http.send(subjects, BodyHandlers.discarding()).statusCode() == 200;
          } catch (IOException e) {
            return false;
          }
        });
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
