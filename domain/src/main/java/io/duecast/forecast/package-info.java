/**
 * When the money from open invoices will come: week by week, with bands. Read {@link
 * io.duecast.forecast.CashForecaster} first: it turns the open invoices of a customer into a {@link
 * io.duecast.forecast.CashOutlook}; outlooks add up over customers to a {@link
 * io.duecast.forecast.CashForecast}. May not import flows, and nothing here asks a clock.
 */
@NullMarked
package io.duecast.forecast;

import org.jspecify.annotations.NullMarked;
