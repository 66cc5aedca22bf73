package io.duecast.trainer.backtest;

import io.duecast.forecast.ForecastWeek;
import io.duecast.money.Money;
import java.time.LocalDate;

/**
 * A week of a past cash forecast, and what came.
 *
 * @param origin the Monday on which it was forecast
 * @param week how far away it was, from 0
 * @param uncalibrated the same with bands as the distributions say
 * @param apart and as if each invoice were paid for itself
 * @param came from the invoices that were open at the origin, and no others
 * @param byDueDate what would have come if each were paid on its due date
 * @param byCustomerDelay and if each were as late as its customer was on average
 */
record CashWeek(
    LocalDate origin,
    int week,
    ForecastWeek said,
    ForecastWeek uncalibrated,
    ForecastWeek apart,
    Money came,
    Money byDueDate,
    Money byCustomerDelay) {}
