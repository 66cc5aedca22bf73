package io.duecast.book.quality;

/**
 * A rule that a row breaks.
 *
 * @param column the column or columns; empty if it is the row as a whole
 * @param value what stands there
 */
public record Breach(Rule rule, String column, String value) {}
