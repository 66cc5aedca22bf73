package io.duecast.streams.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose last used values are at hand as objects, and need not be decoded again. Right only
 * where this task alone writes the store, and for values that cannot change. Holds at most {@value
 * #LIMIT} of them.
 */
final class RecentValues<V> {
  private static final int LIMIT = 512;

  private final KeyValueStore<String, V> store;
  private final Map<String, V> recent = new LastUsed<>();

  RecentValues(KeyValueStore<String, V> store) {
    this.store = store;
  }

  @Nullable V get(String key) {
    V known = recent.get(key);
    if (known == null) {
      known = store.get(key);
      if (known != null) {
        recent.put(key, known);
      }
    }
    return known;
  }

  void put(String key, V value) {
    store.put(key, value);
    recent.put(key, value);
  }

  @SuppressWarnings("serial") // stays where it is
  private static final class LastUsed<V> extends LinkedHashMap<String, V> {
    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > LIMIT;
    }
  }
}
