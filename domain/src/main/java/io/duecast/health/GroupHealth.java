package io.duecast.health;

/**
 * A model's quality on one group of its invoices.
 *
 * @param name of the group, e.g. a segment
 */
public record GroupHealth(String name, HealthFigures figures) {}
