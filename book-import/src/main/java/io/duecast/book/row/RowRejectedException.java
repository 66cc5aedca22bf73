package io.duecast.book.row;

import io.duecast.book.quality.Breach;
import io.duecast.book.quality.Rule;

/** Thrown where a row cannot be used; carries the one rule under which it counts, and no trace. */
public final class RowRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Breach breach;

  public RowRejectedException(Rule rule, String column, String value) {
    super(rule + " " + column + "='" + value + "'", null, false, false);
    this.breach = new Breach(rule, column, value);
  }

  public Breach breach() {
    return breach;
  }
}
