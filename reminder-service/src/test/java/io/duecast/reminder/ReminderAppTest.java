package io.duecast.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.launch.StopSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReminderAppTest {
  private static final Map<String, String> CLUSTER =
      Map.of(
          "DUECAST_CLUSTER_BOOTSTRAP", "localhost:1",
          "DUECAST_REGISTRY_URL", "http://localhost:1");

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theHelpSaysWhatItNeeds() {
    assertThat(call("--help")).isZero();
    assertThat(out.toString()).contains("DUECAST_REMINDERS_ADDRESSES=addresses.csv");
  }

  @Test
  void aMistakeInTheSettingsEndsItAtTheStartWithTheFileAndTheLine() throws IOException {
    Path file = directory.resolve("duecast.yaml");
    Files.writeString(file, "reminders:\n  mail:\n    pasword: 25\n  known-within-seconds: soon\n");

    assertThat(call("--config", file.toString())).isEqualTo(1);

    assertThat(err.toString())
        .contains(
            file + ":3: reminders.mail.pasword: unknown; did you mean reminders.mail.password?")
        .contains(file + ":4: reminders.known-within-seconds: 'soon' is not a whole number");
  }

  @Test
  void addressesThatCannotBeReadEndItAtTheStart() throws IOException {
    Path file = directory.resolve("addresses.csv");
    Files.writeString(file, "kunde,email\n4711,a@example.com\n");

    assertThat(call("--set", "reminders.addresses=" + file)).isEqualTo(1);
    assertThat(err.toString()).contains("--set: reminders.addresses: " + file + ":2: no customer");

    assertThat(call("--set", "reminders.addresses=" + directory.resolve("none"))).isEqualTo(1);
    assertThat(err.toString()).contains("none cannot be read");
  }

  @Test
  void mailWithoutASenderIsRefusedAtTheStart() {
    assertThat(call("--set", "reminders.mail.host=smtp.example.com")).isEqualTo(1);

    assertThat(err.toString()).contains("reminders.mail.from").contains("is no e-mail address");
  }

  private int call(String... args) {
    CommandLine command = ReminderApp.commandLine(new StopSignal(), CLUSTER);
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(args);
  }
}
