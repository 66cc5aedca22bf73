package io.duecast.history;

/**
 * Invoice amounts in one currency.
 *
 * @param sum in the currency's units; a double is good enough for a mean
 */
public record AmountTally(String currency, int invoices, double sum) {
  AmountTally plus(double amount) {
    return new AmountTally(currency, invoices + 1, sum + amount);
  }

  AmountTally minus(double amount) {
    return new AmountTally(currency, invoices - 1, sum - amount);
  }
}
