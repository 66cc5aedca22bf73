package io.duecast.console.projection;

/** What the records of one topic do to the tables. */
@FunctionalInterface
interface Projection {
  void project(Object value, Place place, Rows rows);
}
