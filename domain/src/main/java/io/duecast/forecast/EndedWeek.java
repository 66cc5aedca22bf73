package io.duecast.forecast;

import io.duecast.money.Money;

/**
 * A forecast whose week is over.
 *
 * @param away so many weeks before it was made; 0 for the Monday of that week
 * @param came of what was open as it was made
 */
public record EndedWeek(
    int away, ForecastWeek said, Money dueDate, Money customerDelay, Money came) {}
