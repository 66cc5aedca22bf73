package io.duecast.standalone.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.console.access.Doorkeeper;
import io.duecast.console.access.UserFile;
import io.duecast.standalone.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersCommandTest {
  private static final String PASSWORD = "a rather long password";

  @TempDir Path directory;

  private Called users(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "users";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--data-dir";
    all[args.length + 2] = "data";
    return Called.from(directory, all);
  }

  @Test
  void whoIsSetCanLogInAndWhoIsRemovedCannot() throws IOException {
    Files.writeString(directory.resolve("secret"), PASSWORD + "\n");

    Called set = users("set", "ada", "--role", "COLLECTOR", "--password-file", "secret");

    assertThat(set.code()).as(set.err()).isZero();
    assertThat(set.out()).contains("ada may log in as COLLECTOR").doesNotContain(PASSWORD);
    assertThat(set.err()).contains("until console.users is");
    UserFile file = new UserFile(directory.resolve("data/users.yaml"));
    Doorkeeper keeper = Doorkeeper.of(file);
    assertThat(keeper.admit("ada", PASSWORD)).isPresent();

    assertThat(users("set", "ada", "--role", "ADMIN").code()).isZero();
    assertThat(users("list").out()).containsPattern("ada +ADMIN");
    assertThat(keeper.admit("ada", PASSWORD)).as("the password stays").isPresent();

    assertThat(users("remove", "ada").code()).isZero();
    assertThat(keeper.admit("ada", PASSWORD)).isEmpty();
    assertThat(users("list").err()).contains("nobody is in");
  }

  @Test
  void whatCannotBeIsSaid() throws IOException {
    Files.writeString(directory.resolve("short"), "short\n");

    assertThat(users("set", "ada", "--password-file", "short").err()).contains("at least 12");
    assertThat(users("set", "a b", "--password-file", "short").err()).contains("up to 64 letters");
    assertThat(users("set", "ada", "--password-file", "none").err()).contains("cannot be read");
    assertThat(users("set", "ada", "--role", "BOSS").err()).contains("VIEWER");
    assertThat(users("set", "ada").err()).contains("no terminal to ask for the password");
    assertThat(users("remove", "ada").err()).contains("has no user ada");
    assertThat(directory.resolve("data/users.yaml")).doesNotExist();
  }

  @Test
  void aConsoleThatOthersCouldReachDoesNotStartWithoutUsers() {
    Called up =
        Called.from(directory, "up", "--data-dir", "data", "--set", "console.address=0.0.0.0:8470");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("console.users").contains("duecast users");
  }
}
