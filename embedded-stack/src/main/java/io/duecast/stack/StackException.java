package io.duecast.stack;

/** Thrown where a part cannot start; its message says what, where, and what to do. */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StackException(String message) {
    super(message);
  }

  StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
