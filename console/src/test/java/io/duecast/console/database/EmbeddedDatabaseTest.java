package io.duecast.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
  @Test
  void whatAKilledProcessLeftRunningIsStoppedAndItsRowsAreThere() throws Exception {
    Path directory = Files.createTempDirectory("duecast-database-test-");
    EmbeddedDatabase left = EmbeddedDatabase.start(directory);
    try (Database database = Database.open(left.address())) {
      database.jdbi().useHandle(it -> it.execute("insert into customers (customer) values ('a')"));
    }

    // A killed process holds no lock; this one, which plays it, does.
    Files.delete(directory.resolve("epg-lock"));

    try (EmbeddedDatabase next = EmbeddedDatabase.start(directory);
        Database database = Database.open(next.address())) {
      List<String> known =
          database
              .jdbi()
              .withHandle(
                  it -> it.select("select customer from customers").mapTo(String.class).list());
      assertThat(known).containsExactly("a");
    }
  }
}
