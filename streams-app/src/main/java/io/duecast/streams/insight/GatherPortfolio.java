package io.duecast.streams.insight;

import io.duecast.insight.Group;
import io.duecast.insight.PortfolioDay;
import io.duecast.streams.store.DayProgress;
import io.duecast.streams.store.PartsOfDays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds up what the partitions tell of each day, as soon as the last of them has come to it, so that
 * a day is told once and whole.
 */
final class GatherPortfolio extends ContextualProcessor<String, PartOfDay, String, WholeDay> {
  private final int partitions;

  @SuppressWarnings("NullAway.Init") // set by init
  private PartsOfDays<PartOfDay> parts;

  /**
   * @param partitions that the customers are spread over
   */
  GatherPortfolio(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<String, WholeDay> context) {
    super.init(context);
    parts =
        new PartsOfDays<>(
            context.getStateStore(PortfolioStores.WAITING),
            new DayProgress(context.getStateStore(PortfolioStores.PROGRESS), partitions));
  }

  @Override
  public void process(Record<String, PartOfDay> record) {
    PartOfDay part = record.value();
    String kind = part.replayed() ? "history " : "clock ";
    parts.after(kind, part.day(), part.partition(), part).forEach(this::tellWhole);
  }

  private void tellWhole(List<PartOfDay> day) {
    SortedMap<Group, PortfolioDay> groups = new TreeMap<>();
    for (PartOfDay part : day) {
      for (PortfolioDay each : part.days()) {
        groups.merge(each.group(), each, (one, other) -> one.plus(other, one.group()));
      }
    }
    tell(groups);
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
