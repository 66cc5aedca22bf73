package io.duecast.streams.ledger;

import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;
import io.duecast.receivable.Payment;
import io.duecast.receivable.Receivable;
import io.duecast.risk.PortfolioTally;
import io.duecast.streams.store.WriteBehindStoreBuilder;
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

  /** By day, some to a page: one for each running promise and each thing to forget. */
  static final String AGENDA = "agenda";

  /** By customer: one, of bounded size. */
  static final String PAYMENT_HISTORY = "payment-history";

  /** By customer: one. */
  static final String CUSTOMERS = "customers";

  /** By segment: one, and one for all. */
  static final String PORTFOLIO = "portfolio";

  static final String[] OF_LEDGER = {RECEIVABLES, PAYMENTS, EVENTS_SEEN, AGENDA};
  static final String[] OF_DESK = {PAYMENT_HISTORY, CUSTOMERS, PORTFOLIO};

  /** Values at hand in one task: of an invoice some hundred bytes each. */
  private static final int MANY = 4096;

  /** Values at hand in one task: a history may take some kilobytes. */
  private static final int FEW = 2048;

  private LedgerStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(RECEIVABLES, StateSerde.of(Receivable.class), MANY),
        store(PAYMENTS, StateSerde.of(Payment.class), MANY),
        store(EVENTS_SEEN, Serdes.Boolean(), MANY),
        store(AGENDA, StateSerde.of(AgendaPage.class), MANY),
        store(PAYMENT_HISTORY, StateSerde.of(PaymentHistory.class), FEW),
        store(CUSTOMERS, StateSerde.of(CustomerProfile.class), FEW),
        store(PORTFOLIO, StateSerde.of(PortfolioTally.class), FEW));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(
      String name, Serde<V> values, int held) {
    return new WriteBehindStoreBuilder<>(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values),
        held);
  }
}
