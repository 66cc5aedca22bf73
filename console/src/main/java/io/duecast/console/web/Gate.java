package io.duecast.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.duecast.console.access.Doorkeeper;
import io.duecast.console.access.Limits;
import io.duecast.console.access.Role;
import io.duecast.console.access.User;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import io.javalin.security.RouteRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets each request through that may pass: routes say which role they need, and one that says
 * nothing is for nobody. Where nobody has to log in, everybody on this machine may do everything.
 */
final class Gate {
  static final String LOGIN = "/login";
  static final String SESSION = "session";
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final String COOKIE = "duecast-session";
  private static final String USER = "user";
  private static final int UNTIL_THE_BROWSER_ENDS = -1;

  private final @Nullable Doorkeeper keeper;
  private final boolean isSecure;
  private final Limits requests = new Limits(600, 6_000);
  private final Limits logins = new Limits(10, 10);
  private final Limits loginsFromOnePlace = new Limits(60, 60);

  /**
   * @param keeper null where nobody has to log in
   * @param isSecure whether browsers come over TLS alone
   */
  Gate(@Nullable Doorkeeper keeper, boolean isSecure) {
    this.keeper = keeper;
    this.isSecure = isSecure;
  }

  /** Routes that need no role. */
  enum Anybody implements RouteRole {
    ANYBODY
  }

  /** What somebody says who logs in. */
  record Form(@Nullable String name, @Nullable String password) {}

  void route(RoutesConfig routes) {
    String path = Api.ROOT + "/" + SESSION;
    routes.get(path, this::who, Anybody.ANYBODY);
    routes.post(path, this::logIn, Anybody.ANYBODY);
    routes.delete(path, this::logOut, Anybody.ANYBODY);
    routes.get(LOGIN, Pages::page, Anybody.ANYBODY);
  }

  /** Refuses whoever may not. */
  void check(Context context) {
    Optional<User> user = holder(context);
    user.ifPresent(it -> context.attribute(USER, it));
    if (!requests.allows(user.map(User::name).orElseGet(context::ip))) {
      throw Problem.tooMany("this many requests are not answered; ask again in a few seconds");
    }
    if (keeper == null || context.routeRoles().contains(Anybody.ANYBODY)) {
      return;
    }
    if (user.isEmpty()) {
      if (context.path().startsWith(Api.ROOT)) {
        throw Problem.unauthorized("log in first");
      }
      context.redirect(LOGIN + "?next=" + encoded(address(context)), HttpStatus.SEE_OTHER);
      context.skipRemainingHandlers();
      return;
    }
    Role role = user.get().role();
    if (context.routeRoles().stream()
        .noneMatch(it -> it instanceof Role needed && role.includes(needed))) {
      throw Problem.forbidden(
          "%s has the role %s, and this needs %s",
          user.get().name(), role, context.routeRoles().toString());
    }
  }

  /** Whoever has logged in; nobody where nobody has to. */
  Optional<User> user(Context context) {
    return Optional.ofNullable(context.attribute(USER));
  }

  private Optional<User> holder(Context context) {
    Doorkeeper mine = keeper;
    String token = context.cookie(COOKIE);
    return mine == null || token == null ? Optional.empty() : mine.holder(token);
  }

  private static String address(Context context) {
    String query = context.queryString();
    return context.path() + (query == null ? "" : "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void who(Context context) {
    Api.json(context, standing(user(context)));
  }

  private Map<String, @Nullable Object> standing(Optional<User> user) {
    Map<String, @Nullable Object> standing = new LinkedHashMap<>();
    Role role = keeper == null ? Role.ADMIN : user.map(User::role).orElse(null);
    standing.put("login", keeper != null);
    standing.put("user", user.map(User::name).orElse(null));
    standing.put("role", role == null ? null : role.name());
    standing.put(
        "may",
        role == null ? List.of() : List.of(Role.values()).stream().filter(role::includes).toList());
    return standing;
  }

  private void logIn(Context context) {
    Api.requireJson(context);
    Doorkeeper mine = keeper;
    if (mine == null) {
      throw Problem.conflict("nobody has to log in here");
    }
    Form form = form(context.body());
    String name = String.valueOf(form.name());
    if (!loginsFromOnePlace.allows(context.ip()) || !logins.allows(name)) {
      LOG.warn("too many attempts to log in, the last from {}", context.ip());
      throw Problem.tooMany("too many attempts; try again in a minute");
    }
    Optional<String> token = mine.admit(name, String.valueOf(form.password()));
    if (token.isEmpty()) {
      LOG.warn("somebody at {} did not know the password", context.ip());
      throw Problem.unauthorized("the name or the password is wrong");
    }
    dismiss(context);
    context.cookie(cookie(token.get(), UNTIL_THE_BROWSER_ENDS));
    Optional<User> user = mine.holder(token.get());
    LOG.info("{} logged in from {}", user, context.ip());
    Api.json(context, standing(user));
  }

  private void logOut(Context context) {
    dismiss(context);
    context.cookie(cookie("", 0));
    Api.json(context, standing(Optional.empty()));
  }

  private void dismiss(Context context) {
    String token = context.cookie(COOKIE);
    if (keeper != null && token != null) {
      keeper.dismiss(token);
    }
  }

  private Cookie cookie(String value, int seconds) {
    return new Cookie(COOKIE, value, "/", seconds, isSecure, true, null, SameSite.STRICT);
  }

  private static Form form(String body) {
    try {
      Form form = StrictJson.MAPPER.readValue(body, Form.class);
      if (form != null) {
        return form;
      }
    } catch (JsonProcessingException e) {
      // what it was is not told: it may hold a password
    }
    throw Problem.badRequest("the body is to be {\"name\": \"…\", \"password\": \"…\"}");
  }
}
