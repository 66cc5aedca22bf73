package io.duecast.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.service.launch.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and for how long. */
class DoorkeeperTest {
  private static final String PASSWORD = "correct horse battery";
  private static final User ADA = new User("ada", Role.CONTROLLER, Passwords.hash(PASSWORD));
  private static final User BEN =
      new User("ben@x", Role.VIEWER, Passwords.hash("another long one"));

  @TempDir Path directory;
  private UserFile file;
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void write() throws IOException {
    file = new UserFile(directory.resolve("sub").resolve("users.yaml"));
    file.write(List.of(ADA, BEN));
  }

  @Test
  void whoKnowsThePasswordIsKnownByTheToken() {
    Doorkeeper keeper = Doorkeeper.of(file);

    String token = keeper.admit("ada", PASSWORD).orElseThrow();

    assertThat(keeper.holder(token)).contains(ADA);
    assertThat(keeper.admit("ada", PASSWORD).orElseThrow()).isNotEqualTo(token);
    assertThat(keeper.admit("ada", "correct horse batterz")).isEmpty();
    assertThat(keeper.admit("ben@x", PASSWORD)).isEmpty();
    assertThat(keeper.admit("nobody", PASSWORD)).isEmpty();
    assertThat(keeper.admit("nobody", "\u0000 nobody \u0000")).isEmpty();
    assertThat(keeper.holder("x")).isEmpty();
    keeper.dismiss(token);
    assertThat(keeper.holder(token)).isEmpty();
  }

  @Test
  void whoeverIsTakenFromTheFileIsOut() throws IOException {
    Doorkeeper keeper = Doorkeeper.of(file);
    String ada = keeper.admit("ada", PASSWORD).orElseThrow();
    String ben = keeper.admit("ben@x", "another long one").orElseThrow();

    file.write(List.of(new User("ada", Role.VIEWER, ADA.password())));

    assertThat(keeper.holder(ada).orElseThrow().role()).isEqualTo(Role.VIEWER);
    assertThat(keeper.holder(ben)).isEmpty();
    file.write(List.of(new User("ada", Role.VIEWER, Passwords.hash("quite another one"))));
    assertThat(keeper.holder(ada)).as("the password has changed").isEmpty();
    Files.writeString(directory.resolve("sub/users.yaml"), "users: [{name: ada}]");
    assertThat(keeper.admit("ada", PASSWORD)).as("what cannot be read lets nobody in").isEmpty();
  }

  @Test
  void aTokenIsForgottenAfterAWhile() {
    Doorkeeper keeper = Doorkeeper.of(file, nanos::get);
    String idle = keeper.admit("ada", PASSWORD).orElseThrow();
    nanos.addAndGet(Duration.ofHours(9).toNanos());
    assertThat(keeper.holder(idle)).isEmpty();

    String busy = keeper.admit("ada", PASSWORD).orElseThrow();
    for (int hour = 0; hour < 23; hour++) {
      nanos.addAndGet(Duration.ofHours(1).toNanos());
      assertThat(keeper.holder(busy)).as("after %d hours", hour + 1).isPresent();
    }
    nanos.addAndGet(Duration.ofHours(2).toNanos());
    assertThat(keeper.holder(busy)).isEmpty();
  }

  @Test
  void theFileIsForItsOwnerAloneAndReadsAsWritten() throws IOException {
    Path path = directory.resolve("sub/users.yaml");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(file.read().values()).containsExactly(ADA, BEN);
    assertThat(Files.readString(path)).doesNotContain(PASSWORD);
    assertThat(ADA.toString()).doesNotContain(ADA.password());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "users: [{name: a b, role: VIEWER, password: x}] | name is up to 64",
        "users: [{role: VIEWER, password: x}]            | name is up to 64",
        "users: [{name: a, role: VIEWER, password: secret}] | no bcrypt hash",
        "users: [{name: a, roles: VIEWER}]               | no file of users",
        "users: 7                                        | no file of users",
        "[                                               | no file of users",
        "users: []                                       | nobody",
      })
  void whatCannotBeIsSaidAtTheStart(String text, String said) throws IOException {
    Path path = directory.resolve("wrong.yaml");
    Files.writeString(path, text);

    assertThatThrownBy(() -> Doorkeeper.of(new UserFile(path)))
        .isInstanceOf(StartException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining("secret");
  }

  @Test
  void aRoleThatIsNoneAndAUserThatIsThereTwiceAreSaid() throws IOException {
    Path path = directory.resolve("wrong.yaml");
    String entry = "{name: a, role: %s, password: '" + ADA.password() + "'}";
    Files.writeString(path, "users: [" + entry.formatted("BOSS") + "]");
    assertThatThrownBy(() -> new UserFile(path).read())
        .hasMessageContaining("[VIEWER, COLLECTOR, CONTROLLER, ADMIN]");
    String one = entry.formatted("ADMIN");
    Files.writeString(path, "users: [" + one + ", " + one + "]");
    assertThatThrownBy(() -> new UserFile(path).read()).hasMessageContaining("twice");
    assertThatThrownBy(() -> new UserFile(directory.resolve("none")).read())
        .hasMessageContaining("duecast users set");
  }

  @Test
  void aPasswordIsLongEnoughAndNotTooLong() {
    assertThat(Passwords.objection("short")).isPresent();
    assertThat(Passwords.objection("ä".repeat(37))).as("74 bytes").isPresent();
    assertThat(Passwords.objection("ä".repeat(36))).isEmpty();
    assertThat(Passwords.objection(PASSWORD)).isEmpty();
  }

  @Test
  void eachHasAMeasureOfItsOwn() {
    Limits limits = new Limits(2, 1);
    assertThat(limits.allows("a")).isTrue();
    assertThat(limits.allows("a")).isTrue();
    assertThat(limits.allows("a")).isFalse();
    assertThat(limits.allows("b")).isTrue();
  }
}
