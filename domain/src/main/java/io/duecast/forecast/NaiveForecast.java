package io.duecast.forecast;

import java.time.LocalDate;

/** A forecast that anybody can make without a model; each invoice comes whole, on one day. */
public enum NaiveForecast {
  /** Paid on the due date. */
  DUE_DATE,
  /** Paid as many days past due as the customer's paid invoices were on average. */
  CUSTOMER_DELAY;

  /**
   * The day on which an open invoice is paid; as-of, if that day is over.
   *
   * @param meanDaysPastDue of the customer, as known on the as-of date; if it has paid nothing yet,
   *     that of all customers
   */
  public LocalDate paidOn(LocalDate dueOn, LocalDate asOf, double meanDaysPastDue) {
    LocalDate day =
        switch (this) {
          case DUE_DATE -> dueOn;
          case CUSTOMER_DELAY -> dueOn.plusDays(Math.round(meanDaysPastDue));
        };
    return day.isBefore(asOf) ? asOf : day;
  }
}
