package io.duecast.streams.labelling;

import io.duecast.label.LabelCase;
import io.duecast.wire.StateSerde;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the labelling. Their names are part of the changelog topics' names. */
final class LabellingStores {
  /** By customer and invoice, until a closed one can no longer be reopened. */
  static final String CASES = "label-cases";

  /** By day, customer and invoice: one for each case that a day will change. */
  static final String LOOKS = "label-looks";

  static final String[] ALL = {CASES, LOOKS};

  private LabellingStores() {}

  static List<StoreBuilder<?>> all() {
    return List.of(store(CASES, StateSerde.of(LabelCase.class)), store(LOOKS, Serdes.String()));
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingEnabled();
  }
}
