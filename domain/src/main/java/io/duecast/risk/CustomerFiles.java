package io.duecast.risk;

import io.duecast.customer.CustomerId;
import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;

/** Where the desk keeps what it knows of each customer, and of the portfolio. */
public interface CustomerFiles {
  /** {@link PaymentHistory#NONE} if nothing is known. */
  PaymentHistory history(CustomerId customer);

  void put(CustomerId customer, PaymentHistory history);

  /** {@link CustomerProfile#UNKNOWN} if nothing is known. */
  CustomerProfile profile(CustomerId customer);

  void put(CustomerId customer, CustomerProfile profile);

  /**
   * {@link PortfolioTally#NONE} if nothing is known.
   *
   * @param group a segment, or {@link RiskDesk#EVERYBODY}
   */
  PortfolioTally tally(String group);

  void put(String group, PortfolioTally tally);
}
