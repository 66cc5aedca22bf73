package io.duecast.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.service.launch.StartException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
  @Test
  void whatAKilledProcessLeftRunningIsStoppedAndItsRowsAreThere() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-");
    EmbeddedDatabase left = EmbeddedDatabase.start(directory);
    try (Database database = Database.open(left.address())) {
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
  void aPasswordThatWasCutShortIsMadeAnew() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-").resolve("database");
    Files.createFile(directory.resolveSibling("database.password"));
    try (EmbeddedDatabase next = EmbeddedDatabase.start(directory)) {
      assertThat(next.address().password()).hasSizeGreaterThan(20);
      Database.open(next.address()).close();
    }
  }
}
