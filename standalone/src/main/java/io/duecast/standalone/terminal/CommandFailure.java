package io.duecast.standalone.terminal;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** Thrown where a command cannot go on; the message says what, where, and what to do. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @FormatMethod
  public CommandFailure(@FormatString String message, Object... args) {
    super(message.formatted(args));
  }
}
