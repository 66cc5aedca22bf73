package io.duecast.console.web;

import io.duecast.check.RejectedException;
import io.duecast.console.access.Doorkeeper;
import io.duecast.console.access.Role;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP: the API, and the pages that ask it. */
public final class ConsoleServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
  private static final long LARGEST_REQUEST = 1_000_000;
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
   * @param keeper null where nobody has to log in
   * @throws StartException if nobody can listen there
   */
  public static ConsoleServer start(
      ListenAddress address,
      Jdbi jdbi,
      Projector projector,
      FactLog log,
      ZoneId zone,
      @Nullable Doorkeeper keeper) {
    Gate gate = new Gate(keeper, address.isSecure());
    Api api = new Api(jdbi, projector, log, zone, gate);
    SecurityHeaders headers = new SecurityHeaders(address);
    Javalin server = Javalin.create(config -> configure(config, api, headers, gate));
    try {
      server.start(address.host(), address.port());
    } catch (JavalinBindException e) {
      throw new StartException(
          "nobody can listen on %s:%d; name another address", address.host(), address.port());
    }
    return new ConsoleServer(server, address);
  }

  private static void configure(JavalinConfig config, Api api, SecurityHeaders headers, Gate gate) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = LARGEST_REQUEST;
    config.http.prefer405over404 = true;
    config.routes.before(headers::put);
    config.routes.beforeMatched(gate::check);
    config.routes.after(EntityTag::put);
    gate.route(config.routes);
    api.route(config.routes);
    Pages.PATHS.forEach(path -> config.routes.get(path, Pages::page, Role.VIEWER));
    config.routes.get("/assets/{name}", Pages::asset, Gate.Anybody.ANYBODY);
    config.routes.exception(Problem.class, ConsoleServer::problem);
    config.routes.exception(LogSilentException.class, ConsoleServer::unsaid);
    config.routes.exception(RejectedException.class, ConsoleServer::refused);
    config.routes.exception(JdbiException.class, ConsoleServer::unanswered);
    config.routes.exception(Exception.class, ConsoleServer::bug);
    config.routes.error(404, ConsoleServer::nothing);
  }

  private static void problem(Problem problem, Context context) {
    if (problem.status() == 429) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    Api.problem(context, problem.status(), problem.title(), problem.getMessage(), problem.errors());
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
    if (address.publicUrl() != null) {
      return address.publicUrl();
    }
    String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
    return URI.create("http://" + host + ":" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }
}
