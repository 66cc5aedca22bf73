package io.duecast.console.access;

/**
 * Somebody who may log in.
 *
 * @param name up to 64 letters, digits and {@code . _ @ + -}; it stands on the log beside what they
 *     record
 * @param password its bcrypt hash
 */
public record User(String name, Role role, String password) {
  /** What a name may be, as a regular expression. */
  public static final String NAMES = "[\\p{L}\\p{N}._@+-]{1,64}";

  @Override
  public String toString() {
    return name + " (" + role + ")";
  }
}
