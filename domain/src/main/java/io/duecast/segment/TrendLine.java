package io.duecast.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weeks of one segment since its last change.
 *
 * @param weeks at most {@value #MOST}, in order; those without invoices are left out
 * @param toldOn the latest week that was told; null before the first
 */
public record TrendLine(List<SegmentCount> weeks, @Nullable LocalDate toldOn) {
  public static final TrendLine NONE = new TrendLine(List.of(), null);

  /** Of more the earliest half a year goes, and the one after it is what is usual. */
  static final int MOST = 104;

  public TrendLine {
    weeks = List.copyOf(weeks);
  }

  TrendLine plus(SegmentCount week) {
    List<SegmentCount> all = new ArrayList<>(weeks);
    if (week.judged() > 0) {
      all.add(week);
    }
    return new TrendLine(
        all.size() > MOST ? all.subList(ChangePoint.REFERENCE, all.size()) : all, week.week());
  }

  /** Only from a week on. */
  TrendLine since(LocalDate week) {
    return new TrendLine(weeks.stream().filter(it -> !it.week().isBefore(week)).toList(), toldOn);
  }
}
