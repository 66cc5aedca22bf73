package io.duecast.book.mapping;

/**
 * Something wrong in a mapping.
 *
 * @param path where, e.g. {@code invoices.amount}
 * @param line the line in the YAML file, from 1; 0 if it belongs to no line
 * @param what what is wrong
 * @param advice what to do
 */
public record Mistake(String path, int line, String what, String advice) {
  @Override
  public String toString() {
    String where = line > 0 ? "line " + line + ", " + path : path;
    return where + ": " + what + "; " + advice;
  }
}
