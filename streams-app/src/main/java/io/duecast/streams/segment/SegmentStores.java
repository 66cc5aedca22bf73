package io.duecast.streams.segment;

import io.duecast.segment.PeerTally;
import io.duecast.segment.SegmentedCustomer;
import io.duecast.segment.SegmentedInvoice;
import io.duecast.segment.TrendLine;
import io.duecast.segment.WaitingLine;
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
 * The stores of segmentation, and what bounds each. Their names are part of the changelog topics'
 * names.
 */
final class SegmentStores {
  /** By customer: one, of such a size. */
  static final String CUSTOMERS = "segment-customers";

  /** By customer and invoice: those that are open, or were paid and have not come due yet. */
  static final String INVOICES = "segment-invoices";

  /** By day and customer: at most one a customer. */
  static final String LOOKS = "segment-looks";

  /** By segment: one, of such a size. */
  static final String PEERS = "segment-peers";

  /** Two: the week that runs, of the clock and of history. */
  static final String WEEKS = "segment-weeks";

  /** By number: lines of the accounts since the earliest whose risk has not come. */
  static final String WAITING = "segment-waiting";

  /** By customer and invoice: risks that have come before their lines. */
  static final String RISKS = "segment-risks";

  /** By kind of day, week and partition, until all partitions have told that week. */
  static final String PARTS = "segment-parts";

  /** By kind of day and partition: the week that it has told. */
  static final String PROGRESS = "segment-progress";

  /** By segment: two years of weeks. */
  static final String TRENDS = "segment-lines";

  static final String[] OF_CUSTOMERS = {CUSTOMERS, INVOICES, LOOKS, PEERS, WEEKS, WAITING, RISKS};
  static final String[] OF_ALL = {PARTS, PROGRESS, TRENDS};

  /** Values at hand in one task. */
  private static final int HELD = 1024;

  private SegmentStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(
        new WriteBehindStoreBuilder<>(
            store(CUSTOMERS, StateSerde.of(SegmentedCustomer.class)), HELD),
        store(INVOICES, StateSerde.of(SegmentedInvoice.class)),
        store(LOOKS, Serdes.String()),
        new WriteBehindStoreBuilder<>(store(PEERS, StateSerde.of(PeerTally.class)), HELD),
        new WriteBehindStoreBuilder<>(store(WEEKS, StateSerde.of(PartOfWeek.class)), HELD),
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(WAITING),
            Serdes.Long(),
            StateSerde.of(WaitingLine.class)),
        store(RISKS, Serdes.Integer()),
        store(PARTS, StateSerde.of(PartOfWeek.class)),
        DayProgress.store(PROGRESS),
        store(TRENDS, StateSerde.of(TrendLine.class)));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), values);
  }
}
