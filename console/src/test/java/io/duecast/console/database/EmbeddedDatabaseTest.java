package io.duecast.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.console.ConsoleRig;
import io.duecast.service.launch.StartException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
  @Test
  void whatAKilledProcessLeftRunningIsStoppedAndItsRowsAreThere() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-");
    OwnPassword password = OwnPassword.of(directory);
    EmbeddedPostgres left = EmbeddedDatabase.begin(directory, password, 0);
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(left.getPort());
    try (Database database = Database.open(new DatabaseAddress(url, "postgres", password.text()))) {
      database
          .writing()
          .useHandle(it -> it.execute("insert into customers (customer) values ('a')"));
    }

    // A killed process holds no lock; this one, which plays it, does.
    Files.delete(directory.resolve("epg-lock"));

    try (EmbeddedDatabase next = EmbeddedDatabase.start(directory);
        Database database = Database.open(next.address())) {
      List<String> known =
          database
              .reading()
              .withHandle(
                  it -> it.select("select customer from customers").mapTo(String.class).list());
      assertThat(known).containsExactly("a");
    }
  }

  @Test
  void nobodyGetsInWithoutItsPasswordWhichIsForTheOwnerAlone() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-").resolve("database");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      DatabaseAddress address = database.address();
      for (String tried : List.of("", "postgres", address.password() + "x")) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(address.url(), address.user(), tried).close())
            .as("'%s'", tried)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
      DriverManager.getConnection(address.url(), address.user(), address.password()).close();
      assertThat(Files.getPosixFilePermissions(directory.resolveSibling("database.password")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      assertThat(address.toString()).doesNotContain(address.password());
      assertThat(Files.readString(directory.resolve("pg_hba.conf")).lines())
          .filteredOn(it -> !it.isBlank() && !it.startsWith("#"))
          .isNotEmpty()
          .allMatch(it -> it.endsWith("scram-sha-256"));
    }
  }

  @Test
  void oneThatAskedNobodyForAPasswordIsMadeAnew() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-").resolve("database");
    EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setCleanDataDirectory(false)
        .start()
        .close();

    try (EmbeddedDatabase next = EmbeddedDatabase.start(directory);
        Database database = Database.open(next.address())) {
      assertThat(next.address().password()).hasSizeGreaterThan(20);
      List<String> known =
          database
              .reading()
              .withHandle(
                  it -> it.select("select customer from customers").mapTo(String.class).list());
      assertThat(known).isEmpty();
    }
  }

  @Test
  void oneThatIsInUseIsLeftAlone() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-").resolve("database");
    try (EmbeddedDatabase first = EmbeddedDatabase.start(directory)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory).close())
          .isInstanceOf(StartException.class)
          .hasMessageContaining("in use by another process")
          .hasMessageContaining(directory.toString());
      DatabaseAddress address = first.address();
      DriverManager.getConnection(address.url(), address.user(), address.password()).close();
    }
  }

  @Test
  void oneThatIsKilledIsStartedAgainWhereItWas() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-").resolve("database");
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      DatabaseAddress address = database.address();
      try (Database open = Database.open(address)) {
        // Else what was written last may be lost, with the offsets after it: it is read again.
        String atOnce = "set synchronous_commit = on; ";
        open.writing()
            .useHandle(it -> it.execute(atOnce + "insert into customers (customer) values ('a')"));
        for (int times = 0; times < 2; times++) {
          kill(directory);

          ConsoleRig.await(() -> isKnown(open, "a"));

          assertThat(database.address()).isEqualTo(address);
        }
      }
    }
    assertThat(Files.exists(directory.resolve("postmaster.pid"))).isFalse();
  }

  private static void kill(Path directory) throws Exception {
    long server =
        Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst());
    ProcessHandle process = ProcessHandle.of(server).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }

  private static boolean isKnown(Database database, String customer) {
    try {
      return database
          .reading()
          .withHandle(
              it ->
                  it.select("select count(*) from customers where customer = ?", customer)
                      .mapTo(Integer.class)
                      .one())
          .equals(1);
    } catch (JdbiException e) {
      return false;
    }
  }

  @Test
  void aPasswordThatWasCutShortIsMadeAnew() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-").resolve("database");
    Files.createFile(directory.resolveSibling("database.password"));
    try (EmbeddedDatabase next = EmbeddedDatabase.start(directory)) {
      assertThat(next.address().password()).hasSizeGreaterThan(20);
      Database.open(next.address()).close();
    }
  }
}
