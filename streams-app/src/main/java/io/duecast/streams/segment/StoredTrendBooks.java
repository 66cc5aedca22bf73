package io.duecast.streams.segment;

import io.duecast.segment.RiskSegment;
import io.duecast.segment.TrendBooks;
import io.duecast.segment.TrendLine;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The trends in a store. */
final class StoredTrendBooks implements TrendBooks {
  private final KeyValueStore<String, TrendLine> lines;

  StoredTrendBooks(ProcessorContext<?, ?> context) {
    this.lines = context.getStateStore(SegmentStores.TRENDS);
  }

  @Override
  public TrendLine line(RiskSegment segment) {
    TrendLine known = lines.get(segment.name());
    return known == null ? TrendLine.NONE : known;
  }

  @Override
  public void put(RiskSegment segment, TrendLine line) {
    lines.put(segment.name(), line);
  }
}
