package io.duecast.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads week by week how much was late in each segment, and says when that has changed. After a
 * change what is usual is learned anew, from the week in which it began.
 */
public final class TrendDesk {
  private final TrendBooks books;
  private final SegmentRules rules;

  public TrendDesk(TrendBooks books, SegmentRules rules) {
    this.books = books;
    this.rules = rules;
  }

  /** A week of all customers. One that is not after all told before is passed over. */
  public List<SegmentTrend> after(SegmentWeek week) {
    List<SegmentTrend> told = new ArrayList<>();
    for (SegmentCount count : week.counts()) {
      TrendLine known = books.line(count.segment());
      LocalDate last = known.toldOn();
      if (last == null || count.week().isAfter(last)) {
        TrendLine line = known.plus(count);
        ChangePoint change = ChangePoint.of(line.weeks());
        books.put(count.segment(), change.since() == null ? line : line.since(change.since()));
        told.add(
            new SegmentTrend(
                count.segment(),
                count.week(),
                count.judged(),
                count.late(),
                change.usual(),
                change.pressure(),
                ChangePoint.LIMIT,
                change.trend(),
                change.since(),
                rules.version(),
                week.recordedAt(),
                week.replayed()));
      }
    }
    return told;
  }
}
