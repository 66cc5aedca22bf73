package io.duecast.reminder;

import org.jspecify.annotations.Nullable;

/**
 * Where a customer is reached.
 *
 * @param email null for none
 * @param webhook an https or http URL; null for none
 */
public record Address(@Nullable String email, @Nullable String webhook) {
  /** Nowhere. */
  public static final Address NONE = new Address(null, null);
}
