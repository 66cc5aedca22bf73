package io.duecast.label;

/**
 * Whether an invoice was late for one horizon.
 *
 * @param days after the last day of grace
 */
public record HorizonLabel(int days, Label label) {}
