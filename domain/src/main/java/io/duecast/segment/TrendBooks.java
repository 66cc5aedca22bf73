package io.duecast.segment;

/** Where the trends of the segments are kept. */
public interface TrendBooks {
  /** What is known of a segment; never null. */
  TrendLine line(RiskSegment segment);

  void put(RiskSegment segment, TrendLine line);
}
