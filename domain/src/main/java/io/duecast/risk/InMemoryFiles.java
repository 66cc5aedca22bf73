package io.duecast.risk;

import io.duecast.customer.CustomerId;
import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;
import java.util.HashMap;
import java.util.Map;

/** Files for a fold without Kafka: a backtest, or the slow twin in a test. */
public final class InMemoryFiles implements CustomerFiles {
  private final Map<CustomerId, PaymentHistory> histories = new HashMap<>();
  private final Map<CustomerId, CustomerProfile> profiles = new HashMap<>();
  private final Map<String, PortfolioTally> tallies = new HashMap<>();

  @Override
  public PaymentHistory history(CustomerId customer) {
    return histories.getOrDefault(customer, PaymentHistory.NONE);
  }

  @Override
  public void put(CustomerId customer, PaymentHistory history) {
    histories.put(customer, history);
  }

  @Override
  public CustomerProfile profile(CustomerId customer) {
    return profiles.getOrDefault(customer, CustomerProfile.UNKNOWN);
  }

  @Override
  public void put(CustomerId customer, CustomerProfile profile) {
    profiles.put(customer, profile);
  }

  @Override
  public PortfolioTally tally(String group) {
    return tallies.getOrDefault(group, PortfolioTally.NONE);
  }

  @Override
  public void put(String group, PortfolioTally tally) {
    tallies.put(group, tally);
  }
}
