package io.duecast.forecast;

import io.duecast.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What is said as a week begins of the cash to come, and what became of what was said before of the
 * week that is over.
 *
 * @param dueDate by week, if each invoice is paid on its due date
 * @param customerDelay likewise, if each is as late as its customer was on average
 * @param ended the forecasts of the week that is over, the latest first
 * @param recordedAt when the week began
 * @param replayed true if it is history
 */
public record CashStatement(
    CashForecast forecast,
    List<Money> dueDate,
    List<Money> customerDelay,
    List<EndedWeek> ended,
    Instant recordedAt,
    boolean replayed) {
  public CashStatement {
    dueDate = List.copyOf(dueDate);
    customerDelay = List.copyOf(customerDelay);
    ended = List.copyOf(ended);
  }

  /** The same for every copy of it. */
  public String statementId() {
    return forecast.open().currency().getCurrencyCode() + ":" + forecast.asOf();
  }

  EndedWeek ended(int week, Money came) {
    return new EndedWeek(
        week, forecast.weeks().get(week), dueDate.get(week), customerDelay.get(week), came);
  }
}
