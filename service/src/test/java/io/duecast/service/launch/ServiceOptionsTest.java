package io.duecast.service.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ServiceOptionsTest {
  @TempDir Path directory;

  @Command
  static final class Any {
    @Mixin ServiceOptions options = new ServiceOptions();
  }

  @Test
  void theFileIsUnderTheEnvironmentAndThatUnderTheCommandLine() throws IOException {
    Path file = directory.resolve("prod.yaml");
    Files.writeString(
        file, "flow.threads: 3\ntopics:\n  replicas: 2\n  prefix: a.\nflow.standbys: 1\n");

    DuecastSettings settings =
        options("--set", "topics.prefix=c.")
            .read(
                environment(
                    "DUECAST_CONFIG",
                    file.toString(),
                    "DUECAST_TOPICS_REPLICAS",
                    "5",
                    "DUECAST_TOPICS_PREFIX",
                    "b."));

    assertThat(settings.number(Catalogue.THREADS)).isEqualTo(3);
    assertThat(settings.number(Catalogue.REPLICAS)).isEqualTo(5);
    assertThat(settings.text(Catalogue.PREFIX)).isEqualTo("c.");
  }

  @Test
  void aFileThatIsNamedAndNotThereIsToldWithItsPath() {
    Path none = directory.resolve("none.yaml");

    assertThatThrownBy(() -> options("--config", none.toString()).read(environment()))
        .isInstanceOf(StartException.class)
        .hasMessage("--config " + none + ": no such file");
    assertThatThrownBy(() -> options().read(environment("DUECAST_CONFIG", none.toString())))
        .isInstanceOf(StartException.class)
        .hasMessage("DUECAST_CONFIG " + none + ": no such file");
  }

  @Test
  void aMistakeInTheFileIsToldWithItsPathAndLine() throws IOException {
    Path file = directory.resolve("bad.yaml");
    Files.writeString(file, "flow.threads: 3\nobservability.address: 9464\n");

    assertThatThrownBy(() -> options("--config", file.toString()).read(environment()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file + ":2: observability.address: '9464' is not host:port");
  }

  @Test
  void withoutAClusterOrItsRegistryThereIsNothingToRunAgainst() {
    assertThatThrownBy(() -> options().read(Map.of()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("cluster.bootstrap")
        .hasMessageContaining("DUECAST_CLUSTER_BOOTSTRAP");
    assertThatThrownBy(() -> options().read(Map.of("DUECAST_CLUSTER_BOOTSTRAP", "kafka:9092")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("DUECAST_REGISTRY_URL");
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsToldWithItsPath() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no directory");
    DuecastSettings settings = options("--set", "data-dir=" + file).read(environment());

    assertThatThrownBy(() -> DataDirectory.of(settings, Map.of()))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("data-dir");
  }

  private static ServiceOptions options(String... args) {
    Any command = new Any();
    new CommandLine(command).parseArgs(args);
    return command.options;
  }

  private static Map<String, String> environment(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DUECAST_CLUSTER_BOOTSTRAP", "kafka:9092");
    environment.put("DUECAST_REGISTRY_URL", "http://registry:8081");
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return environment;
  }
}
