package io.duecast.simulator;

import io.duecast.customer.CustomerId;
import io.duecast.customer.PartyType;
import java.util.Currency;

/**
 * A customer as it truly is.
 *
 * @param number from 0; the customer's streams of chance are keyed by it
 * @param arrivesOn first day as a customer, as seen by this economy
 * @param departsOn from this day on it buys nothing
 * @param master what the seller knows of it
 * @param orders how it buys
 * @param habit how it pays
 */
record Buyer(
    int number,
    CustomerId id,
    long arrivesOn,
    long departsOn,
    Master master,
    Orders orders,
    Habit habit) {

  /**
   * What the seller has on file.
   *
   * @param registeredOn customer since, in days since 1970
   * @param settledOnly its invoices are kept in a system that says only that an invoice is closed
   */
  record Master(
      PartyType party,
      String country,
      Currency currency,
      String industry,
      String sizeClass,
      String segment,
      long registeredOn,
      String meansCode,
      boolean directDebit,
      boolean electronic,
      boolean settledOnly,
      double employees) {}

  /**
   * How it buys.
   *
   * @param visitChance of buying on a business day
   * @param logAmount the mean of the natural logarithm of an invoice's amount in minor units
   * @param logAmountSd its standard deviation
   * @param offeredDiscount whether it is offered a reduction for early payment
   */
  record Orders(
      double visitChance,
      double logAmount,
      double logAmountSd,
      int termDays,
      boolean offeredDiscount) {}
}
