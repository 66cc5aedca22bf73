package io.duecast.model;

/** Thrown if bytes are no model that this version can read; the message says why. */
public final class RefusedModelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A refusal that says why. */
  public RefusedModelException(String message) {
    super(message);
  }

  /** A refusal that says why, and what it came from. */
  public RefusedModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
