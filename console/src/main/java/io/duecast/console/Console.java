package io.duecast.console;

import io.duecast.console.access.Doorkeeper;
import io.duecast.console.access.UserFile;
import io.duecast.console.database.Database;
import io.duecast.console.database.DatabaseAddress;
import io.duecast.console.database.EmbeddedDatabase;
import io.duecast.console.log.FactLog;
import io.duecast.console.projection.Projector;
import io.duecast.console.projection.ReadModel;
import io.duecast.console.web.ConsoleServer;
import io.duecast.console.web.ListenAddress;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.watch.Watching;
import io.duecast.wire.WireSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole console: database, projector, log, server. */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  private final @Nullable EmbeddedDatabase own;
  private final Database database;
  private final Projector projector;
  private final FactLog log;
  private final ConsoleServer server;

  private Console(
      @Nullable EmbeddedDatabase own,
      Database database,
      Projector projector,
      FactLog log,
      ConsoleServer server) {
    this.own = own;
    this.database = database;
    this.projector = projector;
    this.log = log;
    this.server = server;
  }

  /**
   * What a console works with.
   *
   * @param cluster what a client needs to reach the brokers
   * @param directory where a database of its own keeps its files
   * @param isAnew whether the tables are made again from the topics
   */
  public record Plan(
      DuecastSettings settings,
      Properties cluster,
      WireSerdes serdes,
      Path directory,
      boolean isAnew) {}

  /**
   * One that answers, and catches up.
   *
   * @throws io.duecast.service.launch.StartException if it may not listen where it is told to
   */
  public static Console start(Plan plan, Watching watching) {
    DuecastSettings settings = plan.settings();
    ListenAddress address =
        requireAddress(settings).orAny(!settings.of(Catalogue.CONSOLE).isStated());
    EmbeddedDatabase own =
        settings.text(Catalogue.DATABASE_URL).isEmpty()
            ? EmbeddedDatabase.start(plan.directory())
            : null;
    try {
      return start(plan, watching, address, own);
    } catch (RuntimeException e) {
      if (own != null) {
        own.close();
      }
      throw e;
    }
  }

  /**
   * Where it is to listen.
   *
   * @throws io.duecast.service.launch.StartException if it may not
   */
  public static ListenAddress requireAddress(DuecastSettings settings) {
    return ListenAddress.of(
        settings.text(Catalogue.CONSOLE),
        settings.text(Catalogue.CONSOLE_PUBLIC_URL),
        !settings.text(Catalogue.CONSOLE_USERS).isEmpty());
  }

  private static Console start(
      Plan plan, Watching watching, ListenAddress address, @Nullable EmbeddedDatabase own) {
    Database database = Database.open(own == null ? configured(plan.settings()) : own.address());
    try {
      return start(plan, watching, address, own, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Console start(
      Plan plan,
      Watching watching,
      ListenAddress address,
      @Nullable EmbeddedDatabase own,
      Database database) {
    ReadModel model = new ReadModel(database.writing());
    if (plan.isAnew()) {
      model.clear();
    }
    Projector projector =
        new Projector(
            model,
            plan.cluster(),
            plan.serdes().decoder(),
            plan.settings().topics(),
            watching.board(),
            Clock.systemUTC());
    FactLog log = new FactLog(plan.cluster(), plan.serdes(), plan.settings().topics());
    try {
      ConsoleServer server =
          ConsoleServer.start(
              address,
              database.reading(),
              projector,
              log,
              plan.settings().zone(),
              keeper(plan.settings()));
      projector.start();
      return new Console(own, database, projector, log, server);
    } catch (RuntimeException e) {
      log.close();
      projector.close();
      throw e;
    }
  }

  private static @Nullable Doorkeeper keeper(DuecastSettings settings) {
    String users = settings.text(Catalogue.CONSOLE_USERS);
    return users.isEmpty() ? null : Doorkeeper.of(new UserFile(Path.of(users)));
  }

  private static DatabaseAddress configured(DuecastSettings settings) {
    return new DatabaseAddress(
        settings.text(Catalogue.DATABASE_URL),
        settings.text(Catalogue.DATABASE_USER),
        settings.text(Catalogue.DATABASE_PASSWORD));
  }

  /** Where a browser finds it. */
  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    stop(server::close);
    stop(log::close);
    stop(projector::close);
    stop(database::close);
    if (own != null) {
      stop(own::close);
    }
  }

  /** One part that does not stop in order keeps no other from it. */
  private static void stop(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.warn("a part of the console did not stop in order", e);
    }
  }
}
