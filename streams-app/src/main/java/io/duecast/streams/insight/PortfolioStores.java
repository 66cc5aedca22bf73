package io.duecast.streams.insight;

import io.duecast.insight.CustomerPosition;
import io.duecast.insight.GroupPosition;
import io.duecast.reserve.ReserveAccount;
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
 * The stores of the portfolio, and what bounds each. Their names are part of the changelog topics'
 * names.
 */
final class PortfolioStores {
  /** By customer: one, as large as there are due dates with something open. */
  static final String CUSTOMERS = "portfolio-customers";

  /**
   * By currency, entity and segment: one, of such a size; those with nothing open are forgotten.
   */
  static final String GROUPS = "portfolio-groups";

  /** Two: the days of the clock and of history that the partition has come to. */
  static final String DAY = "portfolio-day";

  /** By kind of day, day and partition, until all partitions have come to that day. */
  static final String WAITING = "portfolio-waiting";

  /** By kind of day and partition: the day that it has come to. */
  static final String PROGRESS = "portfolio-progress";

  /** By group: one, as large as the window of losses has months. */
  static final String RESERVES = "reserve-accounts";

  static final String[] OF_CUSTOMERS = {CUSTOMERS, GROUPS, DAY};
  static final String[] OF_ALL = {WAITING, PROGRESS};

  /** Values at hand in one task. */
  private static final int HELD = 1024;

  private PortfolioStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        held(CUSTOMERS, StateSerde.of(CustomerPosition.class)),
        held(GROUPS, StateSerde.of(GroupPosition.class)),
        store(DAY, Serdes.String()),
        store(WAITING, StateSerde.of(PartOfDay.class)),
        DayProgress.store(PROGRESS),
        store(RESERVES, StateSerde.of(ReserveAccount.class)));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> held(String name, Serde<V> values) {
    return new WriteBehindStoreBuilder<>(store(name, values), HELD);
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), values);
  }
}
