package io.duecast.service.launch;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** Thrown where a service cannot start; the message says what, where, and what to do. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @FormatMethod
  public StartException(@FormatString String message, Object... args) {
    super(message.formatted(args));
  }
}
