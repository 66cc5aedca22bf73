package io.duecast.streams.monitoring;

import io.duecast.health.HealthCase;
import io.duecast.streams.store.DayProgress;
import io.duecast.wire.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of the monitoring, and what bounds each. Their names are part of the changelog topics'
 * names.
 */
final class MonitoringStores {
  /** By customer and invoice, for {@code HealthDesk.KEPT_DAYS} days from the issue. */
  static final String CASES = "health-cases";

  /** By day, customer and invoice: one for each case. */
  static final String LOOKS = "health-looks";

  /** By model and third of a month, as long as the cases. */
  static final String TALLIES = "health-tallies";

  /** By day and partition, until all partitions have come to that day. */
  static final String WAITING = "health-waiting";

  /** By partition: the day that it has come to. */
  static final String PROGRESS = "health-progress";

  static final String[] OF_INVOICES = {CASES, LOOKS};
  static final String[] OF_MODELS = {TALLIES, WAITING, PROGRESS};

  private MonitoringStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        store(CASES, StateSerde.of(HealthCase.class)),
        store(LOOKS, Serdes.String()),
        store(TALLIES, StateSerde.of(KeptTally.class)),
        store(WAITING, StateSerde.of(DayTally.class)),
        DayProgress.store(PROGRESS));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), values);
  }
}
