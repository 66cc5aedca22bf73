package io.duecast.streams.forecast;

import io.duecast.forecast.CashBook;
import io.duecast.forecast.CashCustomer;
import io.duecast.forecast.CashItem;
import io.duecast.forecast.CashTally;
import io.duecast.streams.store.DayProgress;
import io.duecast.streams.store.WriteBehindStoreBuilder;
import io.duecast.wire.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of the cash forecast, and what bounds each. Their names are part of the changelog
 * topics' names.
 */
final class ForecastStores {
  /** By customer and invoice: one for each that is open. */
  static final String ITEMS = "cash-items";

  /** By customer: one, small. */
  static final String CUSTOMERS = "cash-customers";

  /** One value: what the partition has learned. */
  static final String TALLY = "cash-tally";

  /** By week and partition, until all partitions have come to that week. */
  static final String WAITING = "cash-waiting";

  /** By partition: the week that it has come to. */
  static final String PROGRESS = "cash-progress";

  /** By currency: a quarter of forecasts. */
  static final String BOOKS = "cash-books";

  static final String[] OF_CUSTOMERS = {ITEMS, CUSTOMERS, TALLY};
  static final String[] OF_ALL = {WAITING, PROGRESS, BOOKS};

  /** Values at hand in one task. */
  private static final int HELD = 1024;

  private ForecastStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(ITEMS, StateSerde.of(CashItem.class)),
        store(CUSTOMERS, StateSerde.of(CashCustomer.class)),
        new WriteBehindStoreBuilder<>(store(TALLY, StateSerde.of(CashTally.class)), HELD),
        store(WAITING, StateSerde.of(PartOfForecast.class)),
        DayProgress.store(PROGRESS),
        store(BOOKS, StateSerde.of(CashBook.class)));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), values);
  }
}
