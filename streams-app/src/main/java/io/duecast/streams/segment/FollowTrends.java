package io.duecast.streams.segment;

import io.duecast.segment.SegmentRules;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.SegmentWeek;
import io.duecast.segment.TrendDesk;
import io.duecast.streams.store.DayProgress;
import io.duecast.streams.store.PartsOfDays;
import io.duecast.wire.TopicKey;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Adds up what the partitions tell of each week, and lets the desk hear it once it is whole. */
final class FollowTrends extends ContextualProcessor<String, PartOfWeek, String, SegmentTrend> {
  private final SegmentRules rules;
  private final int partitions;

  @SuppressWarnings("NullAway.Init") // set by init
  private PartsOfDays<PartOfWeek> parts;

  @SuppressWarnings("NullAway.Init") // set by init
  private TrendDesk desk;

  /**
   * @param partitions that the customers are spread over
   */
  FollowTrends(SegmentRules rules, int partitions) {
    this.rules = rules;
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<String, SegmentTrend> context) {
    super.init(context);
    parts =
        new PartsOfDays<>(
            context.getStateStore(SegmentStores.PARTS),
            new DayProgress(context.getStateStore(SegmentStores.PROGRESS), partitions));
    desk = new TrendDesk(new StoredTrendBooks(context), rules);
  }

  @Override
  public void process(Record<String, PartOfWeek> record) {
    PartOfWeek part = record.value();
    SegmentWeek week = part.week();
    String kind = week.replayed() ? "history " : "clock ";
    for (List<PartOfWeek> each : parts.after(kind, week.week(), part.partition(), part)) {
      each.stream().map(PartOfWeek::week).reduce(SegmentWeek::plus).ifPresent(this::tell);
    }
  }

  private void tell(SegmentWeek week) {
    for (SegmentTrend told : desk.after(week)) {
      context()
          .forward(
              new Record<>(
                  TopicKey.of(told), told, told.recordedAt().toEpochMilli(), new RecordHeaders()));
    }
  }
}
