package io.duecast.book.mapping;

/** A column of the company's own that goes along with a fact. */
public record DeclaredAttribute(String name, Type type, Field field) {
  /** How its values are read. */
  public enum Type {
    NUMERIC,
    CATEGORY
  }
}
