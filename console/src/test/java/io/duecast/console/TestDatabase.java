package io.duecast.console;

import io.duecast.console.database.DatabaseAddress;
import io.duecast.console.database.EmbeddedDatabase;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One PostgreSQL for all tests of a JVM, and in it a database for each that asks. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable EmbeddedDatabase shared;

  private TestDatabase() {}

  /** An empty one. */
  public static synchronized DatabaseAddress fresh() throws Exception {
    if (shared == null) {
      shared = EmbeddedDatabase.start(Files.createTempDirectory("duecast-console-test-"));
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    DatabaseAddress server = shared.address();
    String name = "test_" + COUNT.incrementAndGet();
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    String url = server.url().replaceFirst("/postgres(\\?|$)", "/" + name + "$1");
    return new DatabaseAddress(url, server.user(), server.password());
  }
}
