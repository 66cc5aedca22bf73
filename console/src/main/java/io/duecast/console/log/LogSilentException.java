package io.duecast.console.log;

/**
 * Thrown where nobody has confirmed that a fact is on the log. It may be there all the same: to say
 * it again under the same id doubles nothing.
 */
public final class LogSilentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogSilentException(Throwable cause) {
    super(cause);
  }
}
