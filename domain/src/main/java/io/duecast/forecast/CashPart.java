package io.duecast.forecast;

import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What one desk has to say of its customers when a week begins, in one currency; adds up over
 * desks.
 *
 * @param outlook of what is open
 * @param dueDate what comes by week if each invoice is paid on its due date
 * @param customerDelay likewise if each is as late as its customer was on average
 * @param came in the week before, of what was open as the forecasts were made that spoke of it:
 *     that of its own Monday first
 * @param togetherness of all weeks that are over
 */
public record CashPart(
    CashOutlook outlook,
    List<Money> dueDate,
    List<Money> customerDelay,
    List<Money> came,
    Togetherness togetherness) {
  public CashPart {
    dueDate = List.copyOf(dueDate);
    customerDelay = List.copyOf(customerDelay);
    came = List.copyOf(came);
  }

  public LocalDate monday() {
    return outlook.span().asOf();
  }

  /** Of other customers, with this one. */
  public CashPart plus(CashPart other) {
    return new CashPart(
        outlook.plus(other.outlook),
        sum(dueDate, other.dueDate),
        sum(customerDelay, other.customerDelay),
        sum(came, other.came),
        togetherness.plus(other.togetherness));
  }

  private static List<Money> sum(List<Money> one, List<Money> other) {
    List<Money> sums = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      sums.add(one.get(i).plus(other.get(i)));
    }
    return sums;
  }
}
