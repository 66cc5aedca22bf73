package io.duecast.standalone.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.model.ModelFile;
import io.duecast.model.RandomModels;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.Called;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.trainer.release.ModelStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about models, on an embedded stack that runs here. */
class ModelsTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  @TempDir Path directory;

  @Test
  void aModelIsShownTakenBackAndPutInChargeAgain() throws Exception {
    try (Connection connection = open()) {
      assertThat(called("models", "list").out()).contains("no model was trained yet");
      assertThat(called("models", "show", "champion").err()).contains("no model is in charge yet");

      ModelStore store =
          new ModelStore(connection.cluster(), connection.topics(), connection.serdes());
      byte[] file = ModelFile.write(RandomModels.model(1));
      String id = ModelFile.id(file);
      store.put(file, MAY);
      store.tell(decision(ModelSlot.CHAMPION, id, ReleaseDecision.PASSED));
      store.tell(decision(ModelSlot.NONE, "f00d".repeat(16), ReleaseDecision.REFUSED));

      store.tell(decision(ModelSlot.SHADOW, "cafe".repeat(16), ReleaseDecision.PASSED));

      assertThat(called("models", "list").out())
          .contains(id.substring(0, 12), "passed", "refused", "on trial");
      assertThat(called("models", "show", "champion").out()).contains(id, "learned from", "passed");
      assertThat(called("models", "show", "f00d").out()).contains("was not kept", "refused");

      String[] imported = {"models", "import", "no.model", "--arff", "no.arff"};
      assertThat(called(imported).err()).contains("--learned-until");
      assertThat(called(with(imported, "--learned-until", "2026-03-31")).err())
          .contains("no.arff")
          .contains("cannot be read");

      assertThat(called("models", "rollback").code()).isEqualTo(2);
      assertThat(called("models", "rollback", "--why", "too gloomy").out()).contains("baseline-1");
      Called rule = called("models", "show", "champion");
      assertThat(rule.code()).as(rule.err()).isZero();
      assertThat(rule.out()).contains("the rule without a model", "rolled_back", "too gloomy");

      assertThat(called("models", "release", "f00d", "--why", "try").err())
          .contains("was never released");
      assertThat(called("models", "release", id.substring(0, 6), "--why", "it was right").code())
          .isZero();
      assertThat(called("models", "show", "champion").out()).contains("forced", "it was right");
      assertThat(called("models", "show", "nobody").err()).contains("no model nobody");
    }
  }

  private static String[] with(String[] command, String... more) {
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  private Called called(String... command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--data-dir";
    all[command.length + 1] = directory.resolve("data").toString();
    return Called.from(directory, all);
  }

  private Connection open() throws InterruptedException {
    PlatformOptions options = new PlatformOptions();
    options.dataDirUnlessNamed(directory.resolve("data"));
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            100,
            30,
            new StopSignal(),
            directory,
            Map.of());
    return Connection.open(options.read(console));
  }

  private static ModelReleased decision(ModelSlot slot, String model, ReleaseDecision decision) {
    return new ModelReleased(
        slot + ":" + model,
        slot,
        model,
        null,
        MAY,
        null,
        decision,
        List.of("as told"),
        "schedule",
        "gate",
        0,
        Map.of(),
        MAY);
  }
}
