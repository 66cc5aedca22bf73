package io.duecast.console.web;

/** What a column holds, and how it is told. */
enum Kind {
  TEXT("string", null),
  DAY("string", "date"),
  INSTANT("string", "date-time"),
  /** A decimal as text, in the currency beside it: never a floating number. */
  MONEY("string", "decimal"),
  /** A probability or another figure. */
  NUMBER("number", "double"),
  COUNT("integer", "int64"),
  FLAG("boolean", null),
  /** Something with parts. */
  JSON("object", null);

  private final String type;
  private final @org.jspecify.annotations.Nullable String format;

  Kind(String type, @org.jspecify.annotations.Nullable String format) {
    this.type = type;
    this.format = format;
  }

  String type() {
    return type;
  }

  @org.jspecify.annotations.Nullable
  String format() {
    return format;
  }
}
