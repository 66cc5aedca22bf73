package io.duecast.streams.ledger;

import io.duecast.customer.CustomerId;
import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;
import io.duecast.risk.CustomerFiles;
import io.duecast.risk.PortfolioTally;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The desk's files in the stores of one task. */
final class StoredFiles implements CustomerFiles {
  private final KeyValueStore<String, PaymentHistory> histories;
  private final KeyValueStore<String, CustomerProfile> profiles;
  private final KeyValueStore<String, PortfolioTally> tallies;

  StoredFiles(ProcessorContext<?, ?> context) {
    this.histories = context.getStateStore(LedgerStores.PAYMENT_HISTORY);
    this.profiles = context.getStateStore(LedgerStores.CUSTOMERS);
    this.tallies = context.getStateStore(LedgerStores.PORTFOLIO);
  }

  @Override
  public PaymentHistory history(CustomerId customer) {
    PaymentHistory known = histories.get(customer.value());
    return known == null ? PaymentHistory.NONE : known;
  }

  @Override
  public void put(CustomerId customer, PaymentHistory history) {
    histories.put(customer.value(), history);
  }

  @Override
  public CustomerProfile profile(CustomerId customer) {
    CustomerProfile known = profiles.get(customer.value());
    return known == null ? CustomerProfile.UNKNOWN : known;
  }

  @Override
  public void put(CustomerId customer, CustomerProfile profile) {
    profiles.put(customer.value(), profile);
  }

  @Override
  public PortfolioTally tally(String group) {
    PortfolioTally known = tallies.get(group);
    return known == null ? PortfolioTally.NONE : known;
  }

  @Override
  public void put(String group, PortfolioTally tally) {
    tallies.put(group, tally);
  }
}
