package io.duecast.console.projection;

import io.duecast.forecast.CashForecast;
import io.duecast.forecast.CashStatement;
import io.duecast.forecast.EndedWeek;
import io.duecast.forecast.ForecastWeek;

/**
 * What was said of the cash to come, and what came. A Monday that is told again changes nothing.
 */
final class CashProjection implements Projection {
  private static final String FORECAST =
      Statement.append(
          "cash_forecasts",
          "currency",
          "as_of",
          "open",
          "later",
          "liquidity_reserve",
          "recorded_at",
          "replayed");
  private static final String WEEK =
      Statement.append(
          "cash_forecast_weeks",
          "currency",
          "as_of",
          "away",
          "week",
          "expected",
          "p10",
          "p50",
          "p90",
          "by_due_date",
          "by_customer_delay");
  private static final String OVER =
      Statement.append("cash_weeks_over", "currency", "week", "away", "came");

  @Override
  public void project(Object value, Place place, Rows rows) {
    CashStatement it = (CashStatement) value;
    CashForecast forecast = it.forecast();
    String currency = forecast.open().currency().getCurrencyCode();
    rows.add(
        FORECAST,
        currency,
        forecast.asOf(),
        forecast.open().amount(),
        forecast.later().amount(),
        forecast.liquidityReserve().amount(),
        it.recordedAt(),
        it.replayed());
    for (int away = 0; away < forecast.weeks().size(); away++) {
      ForecastWeek week = forecast.weeks().get(away);
      rows.add(
          WEEK,
          currency,
          forecast.asOf(),
          away,
          week.from(),
          week.expected().amount(),
          week.p10().amount(),
          week.p50().amount(),
          week.p90().amount(),
          it.dueDate().get(away).amount(),
          it.customerDelay().get(away).amount());
    }
    for (EndedWeek week : it.ended()) {
      rows.add(OVER, currency, week.said().from(), week.away(), week.came().amount());
    }
  }
}
