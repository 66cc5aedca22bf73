package io.duecast.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that was published of one series for one country and industry, revisions included.
 *
 * @param published in order of publication
 */
public record IndicatorHistory(List<Publication> published) {
  public static final IndicatorHistory NONE = new IndicatorHistory(List.of());

  /** One figure as it was published; {@code period} is the first day of what it describes. */
  public record Publication(LocalDate period, double value, Instant publishedAt) {}

  public IndicatorHistory {
    published = List.copyOf(published);
  }

  /** This history and one more figure; a repeat adds nothing. */
  public IndicatorHistory after(EconomicIndicator figure) {
    Publication publication =
        new Publication(figure.period(), figure.value(), figure.publishedAt());
    if (published.contains(publication)) {
      return this;
    }
    List<Publication> all = new ArrayList<>(published);
    all.add(publication);
    all.sort(Comparator.comparing(Publication::publishedAt).thenComparing(Publication::period));
    return new IndicatorHistory(all);
  }

  /**
   * The figure for the latest period of which one was published up to a moment, in its latest
   * version by then; NaN if there was none.
   */
  public double latest(Instant upTo) {
    Publication best = null;
    for (Publication publication : published) {
      boolean known = !publication.publishedAt().isAfter(upTo);
      if (known && (best == null || !publication.period().isBefore(best.period()))) {
        best = publication;
      }
    }
    return best == null ? Double.NaN : best.value();
  }
}
