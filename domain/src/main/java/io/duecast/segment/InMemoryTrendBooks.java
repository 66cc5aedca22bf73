package io.duecast.segment;

import java.util.EnumMap;
import java.util.Map;

/** Books that are gone with the process. */
public final class InMemoryTrendBooks implements TrendBooks {
  private final Map<RiskSegment, TrendLine> lines = new EnumMap<>(RiskSegment.class);

  @Override
  public TrendLine line(RiskSegment segment) {
    return lines.getOrDefault(segment, TrendLine.NONE);
  }

  @Override
  public void put(RiskSegment segment, TrendLine line) {
    lines.put(segment, line);
  }
}
