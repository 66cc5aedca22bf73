package io.duecast.console.web;

/**
 * One way to have less of a list.
 *
 * @param name of the parameter
 * @param condition with one question mark, for the value
 * @param kind of the value
 */
record Filter(String name, String condition, Kind kind, String meaning) {}
