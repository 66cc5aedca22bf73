package io.duecast.insight;

/**
 * What is owed to one entity of the company in one currency.
 *
 * @param entity empty if the company has one only
 */
public record EntityTotals(String currency, String entity, OpenTotals open) {}
