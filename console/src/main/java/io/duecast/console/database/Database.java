package io.duecast.console.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * A PostgreSQL with the tables of this release. Who reads has connections of his own: questions
 * that take long keep nobody from writing.
 */
public final class Database implements AutoCloseable {
  private static final int WRITERS = 3;
  private static final int READERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long a question may take. */
  public static final Duration LONGEST_QUESTION = Duration.ofSeconds(5);

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  private final HikariDataSource writers;
  private final HikariDataSource readers;

  private Database(HikariDataSource writers, HikariDataSource readers) {
    this.writers = writers;
    this.readers = readers;
  }

  /** One whose tables are brought to this release. */
  public static Database open(DatabaseAddress address) {
    HikariDataSource writers = new HikariDataSource(config(address, "console", WRITERS));
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(address.url(), address.user(), address.password())
          .locations("classpath:io/duecast/console/migration")
          .load()
          .migrate();
      HikariConfig reading = config(address, "console-reading", READERS);
      reading.setConnectionInitSql(
          "set default_transaction_read_only = on; set statement_timeout = "
              + LONGEST_QUESTION.toMillis());
      return new Database(writers, new HikariDataSource(reading));
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static HikariConfig config(DatabaseAddress address, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setPoolName(name);
    // A database that is gone without a word is noticed; migrations may take longer, and do not.
    config.addDataSourceProperty("socketTimeout", LONGEST_SILENCE.toSeconds());
    config.addDataSourceProperty("tcpKeepAlive", true);
    return config;
  }

  /** For statements that change something. */
  public Jdbi writing() {
    return Jdbi.create(writers);
  }

  /** For questions: nothing can be changed, and each is given up after some seconds. */
  public Jdbi reading() {
    return Jdbi.create(readers);
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }
}
