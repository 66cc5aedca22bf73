package io.duecast.console.projection;

/** Somebody else has written to the tables, or has cleared them. */
final class OvertakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OvertakenException(String message) {
    super(message);
  }
}
