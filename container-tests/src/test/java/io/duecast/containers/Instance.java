package io.duecast.containers;

import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** One instance of the streams service: the image, confined as it is in {@code compose.yaml}. */
final class Instance extends Part {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long MEMORY = 1L << 30;
  private static final String READINESS =
      "exec 3<>/dev/tcp/127.0.0.1/9464; printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3";

  private Instance(GenericContainer<?> container) {
    super(container);
  }

  /** Starts one, and waits until it is ready. */
  static Instance start(Cluster cluster, Map<String, String> settings) throws Exception {
    Instance instance = begin(cluster, settings);
    instance.awaitReady();
    return instance;
  }

  /** Starts one. */
  static Instance begin(Cluster cluster, Map<String, String> settings) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(Images.streamsApp()))
            .withNetwork(cluster.network())
            .withEnv("DUECAST_CLUSTER_BOOTSTRAP", "kafka:9092")
            .withEnv("DUECAST_REGISTRY_URL", cluster.registryUrlInside())
            .withEnv(settings)
            .withTmpFs(Map.of("/tmp", "exec,mode=1777,size=128m"))
            .withCreateContainerCmdModifier(
                command -> command.getHostConfig().withReadonlyRootfs(true).withMemory(MEMORY))
            .waitingFor(Wait.forLogMessage(".*\n", 1));
    container.start();
    return new Instance(container);
  }

  /** Whether it says so itself. */
  boolean isReady() throws InterruptedException {
    return succeeds("bash", "/opt/duecast/ready");
  }

  /** Until it is ready; what it has said itself, if it does not become so. */
  void awaitReady() throws Exception {
    try {
      Await.until("the instance is ready, or has ended", PATIENCE, () -> isReady() || !isRunning());
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "\n" + standing() + "\n" + log(), e);
    }
    if (!isRunning()) {
      throw new AssertionError("the instance has ended:\n" + log());
    }
  }

  private String standing() throws Exception {
    return answer("bash", "-c", READINESS);
  }
}
