package io.duecast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.launch.StopSignal;
import io.duecast.stack.testing.TestStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The service as a process of its own, against a real broker and registry. */
class StreamsAppTest {
  private static final Pattern ADDRESS =
      Pattern.compile("health and metrics on \\S*127\\.0\\.0\\.1:(\\d+)");
  private static final int STOPPED_WITHIN_SECONDS = 60;

  @TempDir Path directory;

  @Test
  void onSigtermItEndsInOrderAndTheNextStartGoesOn() throws Exception {
    Process first = start("--set", "logging.format=json");
    try {
      Asked http = new Asked(port(first));
      Soon.holds("it is ready", () -> http.status("/readyz") == 200);
      assertThat(http.status("/livez")).isEqualTo(200);
      assertThat(http.metric("duecast_ready")).isEqualTo(1);
      assertThat(http.metric("kafka_stream_alive_stream_threads")).isPositive();
      Soon.holds(
          "the day is opened",
          () -> http.metric("duecast_events_taken_total", "kind=\"DayOpened\"") > 0);

      first.destroy();

      assertThat(first.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(first.exitValue()).as(log()).isZero();
      assertThat(Files.readAllLines(directory.resolve("log")))
          .filteredOn(line -> line.contains(": stopped\""))
          .hasSize(Flows.values().length)
          .allMatch(line -> line.startsWith("{\"timestamp\":"));
    } finally {
      first.destroyForcibly().waitFor();
    }
    Process second = start();
    try {
      Asked http = new Asked(port(second));
      Soon.holds("it is ready again", () -> http.status("/readyz") == 200);
      second.destroy();
      assertThat(second.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(log()).doesNotContain("ERROR");
    } finally {
      second.destroyForcibly().waitFor();
    }
  }

  @Test
  void theTopicsAreAJobOfTheirOwnThatMayBeRepeated() throws Exception {
    String[] job = {"topics", "--set", "topics.prefix=job.", "--set", "topics.partitions=3"};

    assertThat(called(job).code()).isZero();
    assertThat(called(job).code()).isZero();

    Called other = called("topics", "--set", "topics.prefix=job.", "--set", "topics.partitions=5");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("--set asks for 5 partitions").contains("has 3");
  }

  @Test
  void aMistakeInTheSettingsEndsItAtTheStartWithTheFileAndTheLine() throws IOException {
    Path file = directory.resolve("bad.yaml");
    Files.writeString(file, "flow:\n  threads: many\n");

    Called called = called("--config", file.toString());

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains(file + ":2: flow.threads: 'many' is not a whole number");
  }

  @Test
  void aWrongOptionIsAUsageError() {
    Called called = called("--no-such-option");

    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("--no-such-option");
  }

  @Test
  void itExplainsItself() {
    assertThat(called("--help").out())
        .contains(
            "DUECAST_CLUSTER_BOOTSTRAP",
            "--config=FILE",
            "--set=KEY=VALUE",
            "topics",
            "Exit codes");
    assertThat(called("topics", "--help").out()).contains("Creates the topics that are missing");
  }

  private record Called(int code, String out, String err) {}

  private Called called(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        StreamsApp.commandLine(new StopSignal(), environment())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int code = command.execute(args);
    return new Called(code, out.toString(), err.toString());
  }

  private Map<String, String> environment() {
    return Map.of(
        "DUECAST_CLUSTER_BOOTSTRAP",
        TestStack.shared().bootstrapServers(),
        "DUECAST_REGISTRY_URL",
        TestStack.shared().registryUrl(),
        "DUECAST_DATA_DIR",
        directory.resolve("data").toString(),
        "DUECAST_TOPICS_PREFIX",
        "app.",
        "DUECAST_OBSERVABILITY_ADDRESS",
        "127.0.0.1:0");
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.duecast.streams.StreamsApp"));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile());
    builder.environment().putAll(environment());
    return builder.start();
  }

  private int port(Process process) throws Exception {
    Soon.holds(
        "it says where it listens", () -> ADDRESS.matcher(log()).find() || !process.isAlive());
    Matcher address = ADDRESS.matcher(log());
    assertThat(address.find()).as(log()).isTrue();
    return Integer.parseInt(address.group(1));
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("log"));
  }
}
