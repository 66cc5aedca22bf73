package io.duecast.console.web;

/**
 * One column of a list.
 *
 * @param sql what it is computed by
 */
record Column(String name, String sql, Kind kind, String meaning) {}
