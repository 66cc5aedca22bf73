package io.duecast.streams.dunning;

import io.duecast.dunning.DunnedCustomer;
import io.duecast.dunning.DunnedInvoice;
import io.duecast.wire.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of dunning, and what bounds each. Their names are part of the changelog topics' names.
 */
final class DunningStores {
  /** By customer: one. */
  static final String CUSTOMERS = "dunning-customers";

  /** By customer and invoice: open ones, and closed ones for 90 days. */
  static final String INVOICES = "dunning-invoices";

  /** By day and customer: at most one a customer. */
  static final String LOOKS = "dunning-looks";

  static final String[] ALL = {CUSTOMERS, INVOICES, LOOKS};

  private DunningStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(CUSTOMERS, StateSerde.of(DunnedCustomer.class)),
        store(INVOICES, StateSerde.of(DunnedInvoice.class)),
        store(LOOKS, Serdes.String()));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), values);
  }
}
