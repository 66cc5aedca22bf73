package io.duecast.console.database;

/**
 * Where a PostgreSQL is, and who logs in.
 *
 * @param url as its driver takes it: {@code jdbc:postgresql://host:5432/duecast}
 */
public record DatabaseAddress(String url, String user, String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
