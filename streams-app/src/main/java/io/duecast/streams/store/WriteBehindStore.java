package io.duecast.streams.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose last used values are at hand as objects: they need not be decoded again, and one
 * that changes many times between two commits is encoded, stored and logged once. Kafka Streams
 * calls {@link #flushCache} before it commits a transaction, and whatever was put is then in the
 * store below and in its changelog.
 *
 * <p>Right only for values that cannot change. Holds at most {@code limit} of them; where more
 * change between two commits, they are written before. For one thread, as every task is.
 */
final class WriteBehindStore<V> extends WrappedStateStore<KeyValueStore<String, V>, String, V>
    implements KeyValueStore<String, V> {
  private final int limit;
  private final Map<String, Held<V>> held = new LinkedHashMap<>(16, 0.75f, true);
  private final List<Held<V>> unwritten = new ArrayList<>();

  WriteBehindStore(KeyValueStore<String, V> store, int limit) {
    super(store);
    this.limit = limit;
  }

  /** The last value of a key; null if it was deleted. */
  private static final class Held<V> {
    private final String key;
    private @Nullable V value;
    private boolean isWritten = true;

    Held(String key, @Nullable V value) {
      this.key = key;
      this.value = value;
    }
  }

  @Override
  public @Nullable V get(String key) {
    Held<V> known = held.get(key);
    if (known != null) {
      return known.value;
    }
    V stored = wrapped().get(key);
    if (stored != null) {
      hold(new Held<>(key, stored));
    }
    return stored;
  }

  @Override
  public void put(String key, @Nullable V value) {
    Held<V> known = held.get(key);
    if (known == null) {
      known = new Held<>(key, value);
      write(known);
      hold(known);
    } else {
      known.value = value;
      if (known.isWritten) {
        write(known);
      }
    }
  }

  private void write(Held<V> later) {
    later.isWritten = false;
    unwritten.add(later);
  }

  private void hold(Held<V> more) {
    held.put(more.key, more);
    if (held.size() > limit) {
      Held<V> eldest = held.values().iterator().next();
      if (!eldest.isWritten) {
        flushCache();
      }
      held.remove(eldest.key);
    }
  }

  @Override
  public @Nullable V putIfAbsent(String key, V value) {
    V known = get(key);
    if (known == null) {
      put(key, value);
    }
    return known;
  }

  @Override
  public void putAll(List<KeyValue<String, V>> entries) {
    entries.forEach(entry -> put(entry.key, entry.value));
  }

  @Override
  public @Nullable V delete(String key) {
    V known = get(key);
    put(key, null);
    return known;
  }

  /** Writes what is not written yet, in the order of its first change. */
  @Override
  public void flushCache() {
    if (!unwritten.isEmpty()) {
      List<KeyValue<String, V>> entries = new ArrayList<>(unwritten.size());
      for (Held<V> each : unwritten) {
        entries.add(KeyValue.pair(each.key, each.value));
        each.isWritten = true;
      }
      unwritten.clear();
      wrapped().putAll(entries);
    }
    super.flushCache();
  }

  /** Forgets all, also what is not written: the task begins again, or ends without a commit. */
  @Override
  public void clearCache() {
    held.clear();
    unwritten.clear();
    super.clearCache();
  }

  @Override
  public void close() {
    held.clear();
    unwritten.clear();
    super.close();
  }

  @Override
  public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
    flushCache();
    return wrapped().range(from, to);
  }

  @Override
  public KeyValueIterator<String, V> all() {
    flushCache();
    return wrapped().all();
  }

  @Override
  public long approximateNumEntries() {
    return wrapped().approximateNumEntries();
  }
}
