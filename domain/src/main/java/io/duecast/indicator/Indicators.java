package io.duecast.indicator;

import org.jspecify.annotations.Nullable;

/** The published indicators, for look-ups by series and customer. */
public interface Indicators {
  /** No indicators at all. */
  Indicators NONE = (series, country, industry) -> IndicatorHistory.NONE;

  /**
   * What was published of a series for a country and an industry; empty if nothing was.
   *
   * @param country null for all
   * @param industry null for all
   */
  IndicatorHistory of(String series, @Nullable String country, @Nullable String industry);
}
