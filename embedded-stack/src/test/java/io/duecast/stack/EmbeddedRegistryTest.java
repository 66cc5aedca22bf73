package io.duecast.stack;

import static io.duecast.stack.Registry.ONE_FIELD;
import static io.duecast.stack.Registry.ONE_MORE_WITHOUT_A_DEFAULT;
import static io.duecast.stack.Registry.ONE_MORE_WITH_A_DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duecast.stack.testing.TestStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryTest {
  private static final RegistrySettings SETTINGS = RegistrySettings.defaults();

  private Path directory;

  @BeforeEach
  void in(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void aSchemaThatCannotReadTheOneBeforeIsRefused() throws Exception {
    Registry registry = new Registry(TestStack.shared().registryUrl());

    assertThat(registry.get("/config").body()).contains("BACKWARD");
    assertThat(registry.register("strict", ONE_FIELD).statusCode()).isEqualTo(200);
    assertThat(registry.register("strict", ONE_MORE_WITHOUT_A_DEFAULT))
        .satisfies(response -> assertThat(response.statusCode()).isEqualTo(409))
        .satisfies(response -> assertThat(response.body()).contains("409"));
    assertThat(registry.register("strict", ONE_MORE_WITH_A_DEFAULT).statusCode()).isEqualTo(200);
    assertThat(registry.get("/subjects/strict/versions").body()).isEqualTo("[1,2]");
  }

  @Test
  void idsOutliveTheRegistryEvenWhenItIsKilledRightAfterTheAnswer() throws Exception {
    String id;
    String url;
    try (EmbeddedRegistry first = EmbeddedRegistry.start(directory, SETTINGS)) {
      url = first.url();
      assertThat(new Registry(url).register("other", ONE_MORE_WITH_A_DEFAULT).statusCode())
          .isEqualTo(200);
      id = new Registry(url).register("kept", ONE_FIELD).body();
      ProcessHandle child = ProcessHandle.of(first.pid()).orElseThrow();
      child.destroyForcibly();
      child.onExit().get(10, TimeUnit.SECONDS);
      assertThat(first.isAlive()).isFalse();
    }
    try (EmbeddedRegistry second = EmbeddedRegistry.start(directory, SETTINGS)) {
      assertThat(second.url()).isEqualTo(url);
      assertThat(new Registry(url).register("kept", ONE_FIELD).body()).isEqualTo(id);
      assertThat(new Registry(url).get("/subjects/kept/versions").body()).isEqualTo("[1]");
    }
  }

  @Test
  void aChildLeftOverFromAnEarlierRunDoesNotBlockTheNext() throws Exception {
    RegistryCommand command = command(Ports.of(directory));
    Process leftOver = command.start(directory.resolve("left-over.log"));
    try (RegistryApi api =
        new RegistryApi("http://127.0.0.1:" + command.port() + "/apis/ccompat/v7")) {
      while (!api.answers()) {
        assertThat(leftOver.waitFor(50, TimeUnit.MILLISECONDS)).isFalse();
      }
    }
    writeTrace(ProcessIdentity.of(leftOver.toHandle()));

    try (EmbeddedRegistry next = EmbeddedRegistry.start(directory, SETTINGS)) {
      assertThat(leftOver.isAlive()).isFalse();
      assertThat(next.isAlive()).isTrue();
    }
  }

  @Test
  void aStrangerThatGotTheSameProcessNumberIsLeftAlone() throws Exception {
    ProcessHandle self = ProcessHandle.current();
    ProcessIdentity earlier =
        new ProcessIdentity(
            self.pid(), ProcessIdentity.of(self).startedAt().minus(Duration.ofHours(1)));
    writeTrace(earlier);
    RegistryTrace.in(directory).endLeftOver();
    assertThat(earlier.find()).isEmpty();
    assertThat(ProcessIdentity.of(self).find()).contains(self);
    assertThat(directory.resolve("registry.pid")).doesNotExist();
  }

  @Test
  void anUnreadableTraceIsNoObstacle() throws Exception {
    Files.writeString(directory.resolve("registry.pid"), "12 yesterday");
    RegistryTrace.in(directory).endLeftOver();
    assertThat(directory.resolve("registry.pid")).doesNotExist();
  }

  @Test
  void aMissingDistributionIsNamedWithTheWayToGetIt() {
    withHome(
        directory,
        () ->
            assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> EmbeddedRegistry.start(directory, SETTINGS))
                .withMessage(
                    "registry: no Apicurio Registry in %s (no quarkus-run.jar there); build the"
                        + " module embedded-stack, or name its directory with"
                        + " -Dduecast.registry.home=…",
                    directory));
  }

  @Test
  void aServerThatEndsAtItsStartIsQuoted() throws Exception {
    Path home = Files.createDirectories(directory.resolve("home"));
    Files.writeString(home.resolve("quarkus-run.jar"), "no jar");
    withHome(
        home,
        () ->
            assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> EmbeddedRegistry.start(directory, SETTINGS))
                .withMessageContaining("ended at its start; its last lines:")
                .withMessageContaining("ClassNotFoundException"));
    DirectoryLock.take(directory, "test").close();
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsEnded() {
    RegistrySettings hasty = SETTINGS.withStartTimeout(Duration.ofMillis(1));
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedRegistry.start(directory, hasty))
        .withMessageContaining("does not answer on http://127.0.0.1:")
        .withMessageContaining("after PT0.001S");
    assertThat(directory.resolve("registry.pid")).doesNotExist();
    DirectoryLock.take(directory, "test").close();
  }

  @Test
  void aDirectoryItsDatabaseCannotTakeIsRefused() {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedRegistry.start(directory.resolve("a;b"), SETTINGS))
        .withMessageContaining("has a semicolon in its name");
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.withHeapMegabytes(32))
        .withMessage("registry: a heap of 32 MB is too small; give it at least 96 MB");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.withStartTimeout(Duration.ZERO))
        .withMessage("registry: the start timeout PT0S is not positive");
    assertThatIllegalArgumentException().isThrownBy(() -> SETTINGS.withPort(-1));
  }

  private RegistryCommand command(Ports ports) throws Exception {
    return new RegistryCommand(
        RegistryHome.find(),
        directory.toRealPath(),
        SETTINGS,
        ports.choose("registry", 0),
        ports.choose("registry-management", 0));
  }

  private void writeTrace(ProcessIdentity identity) throws Exception {
    RegistryTrace.in(directory).leave(identity);
  }

  private static void withHome(Path home, Runnable test) {
    System.setProperty(RegistryHome.PROPERTY, home.toString());
    try {
      test.run();
    } finally {
      System.clearProperty(RegistryHome.PROPERTY);
    }
  }
}
