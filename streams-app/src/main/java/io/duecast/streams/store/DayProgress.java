package io.duecast.streams.store;

import java.time.LocalDate;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The day that every partition has come to, for a task that adds up what all of them tell. */
public final class DayProgress {
  private final KeyValueStore<String, String> days;
  private final int partitions;

  /**
   * @param days by partition, see {@link #store}
   * @param partitions how many there are
   */
  public DayProgress(KeyValueStore<String, String> days, int partitions) {
    this.days = days;
    this.partitions = partitions;
  }

  /** The store that it needs: one value a partition. */
  public static StoreBuilder<KeyValueStore<String, String>> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.String());
  }

  /** A partition has come to a day: which all have come to; null if one has come to none. */
  public @Nullable LocalDate after(int partition, LocalDate day) {
    return after("", partition, day);
  }

  /**
   * The same of one kind of days.
   *
   * @param kind days of different kinds do not wait for each other
   */
  public @Nullable LocalDate after(String kind, int partition, LocalDate day) {
    days.put(kind + partition, day.toString());
    LocalDate first = day;
    for (int each = 0; each < partitions; each++) {
      String its = days.get(kind + each);
      if (its == null) {
        return null;
      }
      LocalDate on = LocalDate.parse(its);
      first = on.isBefore(first) ? on : first;
    }
    return first;
  }
}
