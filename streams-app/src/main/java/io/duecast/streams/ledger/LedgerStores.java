package io.duecast.streams.ledger;

import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;
import io.duecast.receivable.Appointment;
import io.duecast.receivable.Payment;
import io.duecast.receivable.Receivable;
import io.duecast.risk.PortfolioTally;
import io.duecast.wire.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of the ledger and of scoring, and what bounds each. Their names are part of the
 * changelog topics' names.
 */
final class LedgerStores {
  /** By customer and invoice; open ones, and closed ones until the ledger's policy forgets them. */
  static final String RECEIVABLES = "receivables";

  /** By customer and payment, until the ledger's policy forgets them. */
  static final String PAYMENTS = "payments";

  /** By customer and event: those that no other state tells a repeat by; forgotten likewise. */
  static final String EVENTS_SEEN = "events-seen";

  /** By day: one for each running promise and each thing to forget. */
  static final String AGENDA = "agenda";

  /** By customer: one, of bounded size. */
  static final String PAYMENT_HISTORY = "payment-history";

  /** By customer: one. */
  static final String CUSTOMERS = "customers";

  /** By segment: one, and one for all. */
  static final String PORTFOLIO = "portfolio";

  static final String[] OF_LEDGER = {RECEIVABLES, PAYMENTS, EVENTS_SEEN, AGENDA};
  static final String[] OF_DESK = {PAYMENT_HISTORY, CUSTOMERS, PORTFOLIO};

  private LedgerStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(RECEIVABLES, StateSerde.of(Receivable.class)),
        store(PAYMENTS, StateSerde.of(Payment.class)),
        store(EVENTS_SEEN, Serdes.Boolean()),
        store(AGENDA, StateSerde.of(Appointment.class)),
        store(PAYMENT_HISTORY, StateSerde.of(PaymentHistory.class)),
        store(CUSTOMERS, StateSerde.of(CustomerProfile.class)),
        store(PORTFOLIO, StateSerde.of(PortfolioTally.class)));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingEnabled();
  }
}
