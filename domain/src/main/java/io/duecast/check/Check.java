package io.duecast.check;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;

/** The two ways to refuse a value. */
public final class Check {
  private Check() {}

  /**
   * Refuses what only a bug can bring about.
   *
   * @throws IllegalArgumentException if {@code holds} is false
   */
  @FormatMethod
  public static void require(boolean holds, @FormatString String message, Object... args) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(args));
    }
  }

  /**
   * Refuses what came from outside.
   *
   * @throws RejectedException with the reason, if {@code holds} is false
   */
  @FormatMethod
  public static void accept(
      boolean holds, RejectReason reason, @FormatString String detail, Object... args) {
    if (!holds) {
      throw new RejectedException(reason, detail.formatted(args));
    }
  }
}
