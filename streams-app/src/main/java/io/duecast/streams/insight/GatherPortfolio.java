package io.duecast.streams.insight;

import io.duecast.insight.Group;
import io.duecast.insight.PortfolioDay;
import io.duecast.streams.store.DayProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up what the partitions tell of each day, as soon as the last of them has come to it, so that
 * a day is told once and whole.
 */
final class GatherPortfolio extends ContextualProcessor<String, PartOfDay, String, WholeDay> {
  private static final char END = '\u0000';

  private final int partitions;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, PartOfDay> waiting;

  @SuppressWarnings("NullAway.Init") // set by init
  private DayProgress progress;

  /**
   * @param partitions that the customers are spread over
   */
  GatherPortfolio(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<String, WholeDay> context) {
    super.init(context);
    waiting = context.getStateStore(PortfolioStores.WAITING);
    progress = new DayProgress(context.getStateStore(PortfolioStores.PROGRESS), partitions);
  }

  @Override
  public void process(Record<String, PartOfDay> record) {
    PartOfDay part = record.value();
    String kind = part.replayed() ? "history " : "clock ";
    waiting.put(kind + part.day() + END + part.partition(), part);
    LocalDate all = progress.after(kind, part.partition(), part.day());
    if (all != null) {
      upTo(kind, all).forEach(this::tell);
    }
  }

  /** The parts of the days up to one, by group, day by day. */
  private List<SortedMap<Group, PortfolioDay>> upTo(String kind, LocalDate day) {
    SortedMap<LocalDate, SortedMap<Group, PortfolioDay>> due = new TreeMap<>();
    List<String> done = new ArrayList<>();
    try (KeyValueIterator<String, PartOfDay> all = waiting.range(kind, kind + day.plusDays(1))) {
      while (all.hasNext()) {
        KeyValue<String, PartOfDay> each = all.next();
        done.add(each.key);
        SortedMap<Group, PortfolioDay> groups =
            due.computeIfAbsent(each.value.day(), it -> new TreeMap<>());
        for (PortfolioDay part : each.value.days()) {
          groups.merge(part.group(), part, (one, other) -> one.plus(other, one.group()));
        }
      }
    }
    done.forEach(waiting::delete);
    return List.copyOf(due.values());
  }

  private void tell(SortedMap<Group, PortfolioDay> groups) {
    if (!groups.isEmpty()) {
      PortfolioDay any = groups.firstEntry().getValue();
      context()
          .forward(
              new Record<>(
                  any.day().toString(),
                  new WholeDay(List.copyOf(groups.values())),
                  any.recordedAt().toEpochMilli(),
                  new RecordHeaders()));
    }
  }
}
