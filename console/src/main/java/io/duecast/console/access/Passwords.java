package io.duecast.console.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords are kept as bcrypt hashes: {@code BCryptPasswordEncoder} of Spring Security. */
public final class Passwords {
  private static final int LEAST_CHARACTERS = 12;
  private static final int MOST_BYTES = 72;
  private static final BCryptPasswordEncoder ENCODER = new BCryptPasswordEncoder(12);

  /** Of nothing that anybody could type. */
  private static final String OF_NOBODY = hash("\u0000 nobody \u0000");

  private Passwords() {}

  /** Why a password cannot be used; empty if it can. */
  public static Optional<String> objection(String password) {
    if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
      return Optional.of("a password has at least " + LEAST_CHARACTERS + " characters");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("a password has at most " + MOST_BYTES + " bytes");
    }
    return Optional.empty();
  }

  /** What is kept of it. */
  public static String hash(String password) {
    return ENCODER.encode(password);
  }

  /** Whether that is the password; takes as long where there is no such user. */
  static boolean isRight(String password, Optional<User> of) {
    boolean isRight = ENCODER.matches(password, of.map(User::password).orElse(OF_NOBODY));
    return isRight && of.isPresent();
  }
}
