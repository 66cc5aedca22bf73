package io.duecast.console.web;

/** How a list is told. */
enum Format {
  JSON("application/json"),
  CSV("text/csv; charset=utf-8"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  /** The one that is asked for. */
  static Format of(@org.jspecify.annotations.Nullable String name) {
    if (name == null) {
      return JSON;
    }
    for (Format it : values()) {
      if (it.name().equalsIgnoreCase(name)) {
        return it;
      }
    }
    throw Problem.badRequest("'format' is json, csv or xlsx");
  }
}
