package io.duecast.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.launch.StopSignal;
import io.duecast.stack.testing.TestStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The service as a process of its own, against a real broker and registry. */
class TrainerAppTest {
  private static final Pattern ADDRESS =
      Pattern.compile("health and metrics on \\S*127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void itIsReadyWhenItKnowsTheLabelsAndEndsInOrderOnSigterm() throws Exception {
    Process process = start();
    try {
      int port = port(process);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (get(port, "/readyz").statusCode() != 200) {
        assertThat(System.nanoTime()).as(log()).isLessThan(deadline);
        Thread.sleep(100);
      }
      assertThat(get(port, "/livez").statusCode()).isEqualTo(200);
      assertThat(get(port, "/metrics").body())
          .contains("\nduecast_ready 1.0\n", "\nduecast_part_ready{part=\"trainer\"} 1.0\n")
          .contains("duecast_trainings_total{result=\"failed\"} 0.0")
          .contains("duecast_model_alarm{kind=\"falling-estimate\"} 0.0");

      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(log()).isZero();
      assertThat(log()).doesNotContain("ERROR");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void whereLearningIsSwitchedOffThereIsNothingToDo() {
    Called called = called("--set", "learning.enabled=off");

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains("learning.enabled is off (--set)");
  }

  @Test
  void aMistakeInTheSettingsEndsItAtTheStartWithTheFileAndTheLine() throws IOException {
    Path file = directory.resolve("bad.yaml");
    Files.writeString(file, "learning:\n  every-days: often\n");

    Called called = called("--config", file.toString());

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains(file + ":2: learning.every-days: 'often' is not");
  }

  @Test
  void itExplainsItself() {
    assertThat(called("--help").out())
        .contains("DUECAST_CLUSTER_BOOTSTRAP", "--config=FILE", "--set=KEY=VALUE", "Exit codes");
  }

  private record Called(int code, String out, String err) {}

  private Called called(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        TrainerApp.commandLine(new StopSignal(), environment())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int code = command.execute(args);
    return new Called(code, out.toString(), err.toString());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "DUECAST_CLUSTER_BOOTSTRAP",
        TestStack.shared().bootstrapServers(),
        "DUECAST_REGISTRY_URL",
        TestStack.shared().registryUrl(),
        "DUECAST_TOPICS_PREFIX",
        "trainer-app.",
        "DUECAST_OBSERVABILITY_ADDRESS",
        "127.0.0.1:0");
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.duecast.trainer.TrainerApp"))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    builder.environment().putAll(environment());
    return builder.start();
  }

  private int port(Process process) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Matcher address = ADDRESS.matcher(log());
    while (!address.find()) {
      assertThat(process.isAlive()).as(log()).isTrue();
      assertThat(System.nanoTime()).as(log()).isLessThan(deadline);
      Thread.sleep(100);
      address = ADDRESS.matcher(log());
    }
    return Integer.parseInt(address.group(1));
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("log"));
  }
}
