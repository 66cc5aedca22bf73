package io.duecast.console.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.duecast.service.launch.StartException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in who know their password, and knows them again by a token. Whoever is taken from
 * the file, or gets another password there, is out with the next request. Safe for threads.
 */
public final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);
  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int MOST_SESSIONS = 10_000;
  private static final int TOKEN_BYTES = 32;

  private final UserFile file;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, User> sessions;
  private Map<String, User> users;
  private String mark;

  private Doorkeeper(UserFile file, Ticker ticker) {
    this.file = file;
    this.mark = file.mark();
    this.users = Map.copyOf(file.read());
    this.sessions =
        Caffeine.newBuilder()
            .expireAfterAccess(IDLE)
            .expireAfterWrite(LONGEST)
            .maximumSize(MOST_SESSIONS)
            .ticker(ticker)
            .build();
  }

  /**
   * One that knows the users of a file.
   *
   * @throws StartException if it cannot be read, or nobody is in it
   */
  public static Doorkeeper of(UserFile file) {
    return of(file, Ticker.systemTicker());
  }

  static Doorkeeper of(UserFile file, Ticker ticker) {
    Doorkeeper keeper = new Doorkeeper(file, ticker);
    if (keeper.users.isEmpty()) {
      throw new StartException("nobody is in the file of users: nobody could log in");
    }
    return keeper;
  }

  /** A token for somebody who knows the password; empty for everybody else. */
  public Optional<String> admit(String name, String password) {
    Optional<User> user = user(name);
    if (!Passwords.isRight(password, user)) {
      return Optional.empty();
    }
    byte[] token = new byte[TOKEN_BYTES];
    random.nextBytes(token);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    user.ifPresent(it -> sessions.put(text, it));
    return Optional.of(text);
  }

  /** Who was given that token, as the file says it now. */
  public Optional<User> holder(String token) {
    return Optional.ofNullable(sessions.getIfPresent(token))
        .flatMap(then -> user(then.name()).filter(now -> now.password().equals(then.password())));
  }

  /** Forgets a token. */
  public void dismiss(String token) {
    sessions.invalidate(token);
  }

  private synchronized Optional<User> user(String name) {
    String now = file.mark();
    if (!now.equals(mark)) {
      mark = now;
      try {
        users = Map.copyOf(file.read());
        LOG.info("the file of users has changed: {} are in it", users.size());
      } catch (StartException e) {
        users = Map.of();
        LOG.error("nobody can log in: {}", e.getMessage());
      }
    }
    return Optional.ofNullable(users.get(name));
  }
}
