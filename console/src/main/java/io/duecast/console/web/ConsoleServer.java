package io.duecast.console.web;

import io.duecast.check.RejectedException;
import io.duecast.console.database.Database;
import io.duecast.console.database.Trouble;
import io.duecast.console.log.FactLog;
import io.duecast.console.log.LogSilentException;
import io.duecast.console.projection.Projector;
import io.duecast.service.launch.StartException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.ZoneId;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP: the API, and the pages that ask it. */
public final class ConsoleServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
  private static final long LARGEST_REQUEST = 64_000;
  private static final String RETRY_SECONDS = "5";

  private final Javalin server;
  private final ListenAddress address;

  private ConsoleServer(Javalin server, ListenAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * One that answers.
   *
   * @param zone in which the company's days begin
   * @throws StartException if nobody can listen there
   */
  public static ConsoleServer start(
      ListenAddress address, Jdbi jdbi, Projector projector, FactLog log, ZoneId zone) {
    Api api = new Api(jdbi, projector, log, zone);
    Javalin server = Javalin.create(config -> configure(config, api));
    try {
      server.start(address.host(), address.port());
    } catch (JavalinBindException e) {
      throw new StartException(
          "nobody can listen on %s:%d; name another address", address.host(), address.port());
    }
    return new ConsoleServer(server, address);
  }

  private static void configure(JavalinConfig config, Api api) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LARGEST_REQUEST;
    config.http.prefer405over404 = true;
    config.routes.before(SecurityHeaders::put);
    config.routes.after(EntityTag::put);
    api.route(config.routes);
    Pages.PATHS.forEach(path -> config.routes.get(path, Pages::page));
    config.routes.get("/assets/{name}", Pages::asset);
    config.routes.exception(
        Problem.class, (e, context) -> Api.problem(context, e.status(), e.title(), e.getMessage()));
    config.routes.exception(LogSilentException.class, ConsoleServer::unsaid);
    config.routes.exception(RejectedException.class, ConsoleServer::refused);
    config.routes.exception(JdbiException.class, ConsoleServer::unanswered);
    config.routes.exception(Exception.class, ConsoleServer::bug);
    config.routes.error(404, ConsoleServer::nothing);
  }

  private static void unanswered(JdbiException failure, Context context) {
    if (Trouble.isOutOfTime(failure)) {
      context.header("Retry-After", RETRY_SECONDS);
      Api.problem(
          context,
          503,
          "The question takes too long",
          "the database was given %d seconds; ask for less, or later"
              .formatted(Database.LONGEST_QUESTION.toSeconds()));
    } else if (Trouble.isOfAValue(failure)) {
      Api.problem(context, 400, "The request cannot be understood", Trouble.reason(failure));
    } else if (Trouble.isOfTheWorld(failure)) {
      LOG.warn("{} cannot be answered: {}", context.path(), failure.toString());
      context.header("Retry-After", RETRY_SECONDS);
      Api.problem(context, 503, "The database does not answer", "it is tried again with each call");
    } else {
      bug(failure, context);
    }
  }

  private static void unsaid(LogSilentException failure, Context context) {
    LOG.warn("{} is not confirmed: {}", context.path(), failure.toString());
    context.header("Retry-After", RETRY_SECONDS);
    Api.problem(
        context,
        503,
        "Nobody confirms that it is recorded",
        "the brokers or the schema registry do not answer; say it again under the same"
            + " Idempotency-Key, and it counts once");
  }

  private static void refused(RejectedException failure, Context context) {
    Api.problem(context, 400, "The request cannot be understood", failure.getMessage());
  }

  private static void bug(Exception failure, Context context) {
    LOG.error("{} failed", context.path(), failure);
    Api.problem(context, 500, "Something is wrong with the console", "its log says what");
  }

  private static void nothing(Context context) {
    if (!String.valueOf(context.res().getContentType()).startsWith(Api.PROBLEM_JSON)) {
      Api.problem(context, 404, "There is no such thing", "nothing is at this address");
    }
  }

  /** Where a browser finds it. */
  public URI address() {
    String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
    return URI.create("http://" + host + ":" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }
}
