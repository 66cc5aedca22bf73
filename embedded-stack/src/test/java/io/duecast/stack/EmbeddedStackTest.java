package io.duecast.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackTest {
  private static final StackSettings SETTINGS = StackSettings.defaults();

  private Path directory;

  @BeforeEach
  void in(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void aKillOfTheProcessInTheMiddleLosesNothingAndBlocksNothing() throws Exception {
    Process process = startElsewhere();
    RunningStack running = EmbeddedStack.find(directory).orElseThrow();
    assertThat(running.pid()).isEqualTo(process.pid());
    ProcessHandle registryProcess = process.descendants().findFirst().orElseThrow();

    Broker broker = new Broker(running.bootstrapServers());
    broker.create("payments");
    broker.commit("payments", List.of("eleven", "thirteen"));
    assertThat(broker.read("payments", "early", 2)).hasSize(2);
    String id = new Registry(running.registryUrl()).register("payments", Registry.ONE_FIELD).body();
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedStack.start(directory, SETTINGS))
        .withMessage(
            "stack: directory %s is in use by process %d; stop it or choose another directory",
            directory, process.pid());

    process.destroyForcibly().onExit().get(10, TimeUnit.SECONDS);
    assertThat(EmbeddedStack.find(directory)).isEmpty();
    try (EmbeddedStack next = EmbeddedStack.start(directory, SETTINGS)) {
      assertThat(registryProcess.isAlive()).isFalse();
      assertThat(next.bootstrapServers()).isEqualTo(running.bootstrapServers());
      assertThat(next.registryUrl()).isEqualTo(running.registryUrl());
      broker.commit("payments", List.of("seventeen"));
      assertThat(broker.read("payments", "early", 1)).containsExactly("seventeen");
      assertThat(new Registry(next.registryUrl()).register("payments", Registry.ONE_FIELD).body())
          .isEqualTo(id);
      assertThat(EmbeddedStack.find(directory))
          .map(RunningStack::pid)
          .contains(ProcessHandle.current().pid());
    }
    assertThat(EmbeddedStack.find(directory)).isEmpty();
    assertThat(directory.resolve("stack.json")).doesNotExist();
  }

  /** A marker that is missing in one partition would join these records to the next commit. */
  @Test
  void aTransactionThatAKillLeavesOpenIsAbortedInEveryPartition() throws Exception {
    Process process = startElsewhere();
    Broker broker = new Broker(EmbeddedStack.find(directory).orElseThrow().bootstrapServers());
    broker.create("payments", 60);
    List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
    for (int it = 1; it <= 24; it++) { // each is given up at another moment of the next start
      producers.add(
          broker.openTransaction(
              "killed-" + it, Duration.ofMillis(3000 + 500L * it), "payments", 60));
    }
    try (Admin admin = broker.admin()) {
      assertThat(broker.withOpenTransactions(admin, "payments", 60)).hasSize(60);
    }
    process.destroyForcibly().onExit().get(10, TimeUnit.SECONDS);
    producers.forEach(producer -> producer.close(Duration.ZERO));

    try (EmbeddedStack next = EmbeddedStack.start(directory, SETTINGS);
        Admin admin = broker.admin()) {
      assertThat(next.bootstrapServers()).isEqualTo(broker.bootstrapServers());
      Set<TopicPartition> open = broker.withOpenTransactions(admin, "payments", 60);
      long deadlineNanos = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!open.isEmpty() && System.nanoTime() < deadlineNanos) {
        Thread.sleep(200);
        open = broker.withOpenTransactions(admin, "payments", 60);
      }
      assertThat(open).isEmpty();
    }
  }

  @Test
  void theRegistryEndsByItselfWhenItsParentIsKilled() throws Exception {
    Process process = startElsewhere();
    ProcessHandle registryProcess = process.descendants().findFirst().orElseThrow();
    process.destroyForcibly();
    assertThat(registryProcess.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void noStackIsFoundWhereNoneEverRan() {
    assertThat(EmbeddedStack.find(directory)).isEmpty();
  }

  @Test
  void aFileThatNoStackWroteIsNamed() throws Exception {
    Files.writeString(directory.resolve("stack.json"), "{\"pid\": 1}");
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedStack.find(directory))
        .withMessageStartingWith(
            "stack: " + directory.resolve("stack.json") + " is not what a stack wrote")
        .withMessageEndingWith("delete it");
  }

  @Test
  void whenThePartsCannotStartNothingStaysBehind() throws Exception {
    try (var other = new ServerSocket(0)) {
      StackSettings taken =
          SETTINGS.withRegistry(SETTINGS.registry().withPort(other.getLocalPort()));
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> EmbeddedStack.start(directory, taken))
          .withMessageStartingWith("registry: port " + other.getLocalPort());
    }
    DirectoryLock.take(directory, "test").close();
    DirectoryLock.take(directory.resolve("broker"), "test").close();
    DirectoryLock.take(directory.resolve("registry"), "test").close();
    assertThat(directory.resolve("stack.json")).doesNotExist();
  }

  private Process startElsewhere() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                StackProcess.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = output.readLine();
    while (line != null && !line.equals("ready")) {
      said.append(line).append('\n');
      line = output.readLine();
    }
    assertThat(line).as("%s", said).isEqualTo("ready");
    return process;
  }
}
