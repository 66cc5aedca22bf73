package io.duecast.streams.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What each partition tells of a day, kept until the last of them has come to that day, so that it
 * can be told once and whole.
 *
 * @param <P> what one partition tells of one day
 */
public final class PartsOfDays<P> {
  private static final char END = '\u0000';

  private final KeyValueStore<String, P> waiting;
  private final DayProgress progress;

  /**
   * @param waiting by kind of days, day and partition
   */
  public PartsOfDays(KeyValueStore<String, P> waiting, DayProgress progress) {
    this.waiting = waiting;
    this.progress = progress;
  }

  /**
   * A partition tells of a day.
   *
   * @param kind days of different kinds do not wait for each other
   * @return of each day that all have come to now, in order, the parts in the order of the
   *     partitions; they are forgotten here
   */
  public List<List<P>> after(String kind, LocalDate day, int partition, P part) {
    waiting.put("%s%s%c%06d".formatted(kind, day, END, partition), part);
    LocalDate all = progress.after(kind, partition, day);
    return all == null ? List.of() : upTo(kind, all);
  }

  private List<List<P>> upTo(String kind, LocalDate day) {
    SortedMap<String, List<P>> due = new TreeMap<>();
    List<String> done = new ArrayList<>();
    try (KeyValueIterator<String, P> all = waiting.range(kind, kind + day.plusDays(1))) {
      while (all.hasNext()) {
        KeyValue<String, P> each = all.next();
        done.add(each.key);
        String its = each.key.substring(0, each.key.indexOf(END));
        due.computeIfAbsent(its, it -> new ArrayList<>()).add(each.value);
      }
    }
    done.forEach(waiting::delete);
    return List.copyOf(due.values());
  }
}
