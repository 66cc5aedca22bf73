package io.duecast.forecast;

import io.duecast.money.Money;

/**
 * The week that runs.
 *
 * @param came so far, of what was open as it began
 */
public record RunningWeek(WeekCash said, Money came) {}
