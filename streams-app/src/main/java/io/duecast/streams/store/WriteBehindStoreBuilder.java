package io.duecast.streams.store;

import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds a {@link WriteBehindStore} over what another builder builds. */
public final class WriteBehindStoreBuilder<V> implements StoreBuilder<KeyValueStore<String, V>> {
  private final StoreBuilder<KeyValueStore<String, V>> below;
  private final int limit;

  /**
   * @param below of a store without a cache of its own
   */
  public WriteBehindStoreBuilder(StoreBuilder<KeyValueStore<String, V>> below, int limit) {
    this.below = below;
    this.limit = limit;
  }

  @Override
  public KeyValueStore<String, V> build() {
    return new WriteBehindStore<>(below.build(), limit);
  }

  /** Refused: what it holds are its values themselves. */
  @Override
  public StoreBuilder<KeyValueStore<String, V>> withCachingEnabled() {
    throw new UnsupportedOperationException(name() + " needs no cache of bytes");
  }

  @Override
  public StoreBuilder<KeyValueStore<String, V>> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<KeyValueStore<String, V>> withLoggingEnabled(Map<String, String> config) {
    below.withLoggingEnabled(config);
    return this;
  }

  @Override
  public StoreBuilder<KeyValueStore<String, V>> withLoggingDisabled() {
    below.withLoggingDisabled();
    return this;
  }

  @Override
  public Map<String, String> logConfig() {
    return below.logConfig();
  }

  @Override
  public boolean loggingEnabled() {
    return below.loggingEnabled();
  }

  @Override
  public String name() {
    return below.name();
  }
}
