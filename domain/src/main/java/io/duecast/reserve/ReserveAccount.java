package io.duecast.reserve;

import io.duecast.insight.PortfolioDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one group.
 *
 * @param months of the window, the earliest first
 * @param latest what was told last; null before the first day
 */
public record ReserveAccount(List<MonthOfExperience> months, @Nullable ReservePosition latest) {
  public static final ReserveAccount NONE = new ReserveAccount(List.of(), null);

  public ReserveAccount {
    months = List.copyOf(months);
  }

  /** With one more day. */
  ReserveAccount plus(PortfolioDay day) {
    LocalDate month = day.day().withDayOfMonth(1);
    Experience known = Experience.NONE;
    List<MonthOfExperience> all = new ArrayList<>();
    for (MonthOfExperience each : months) {
      if (each.month().equals(month)) {
        known = each.experience();
      } else {
        all.add(each);
      }
    }
    all.add(new MonthOfExperience(month, known.plus(day)));
    all.sort(Comparator.comparing(MonthOfExperience::month));
    return new ReserveAccount(all, latest);
  }

  /** Of another group, month by month. */
  ReserveAccount beside(ReserveAccount other) {
    SortedMap<LocalDate, Experience> together = new TreeMap<>();
    months.forEach(it -> together.merge(it.month(), it.experience(), Experience::beside));
    other.months.forEach(it -> together.merge(it.month(), it.experience(), Experience::beside));
    List<MonthOfExperience> all = new ArrayList<>();
    together.forEach((month, its) -> all.add(new MonthOfExperience(month, its)));
    return new ReserveAccount(all, null);
  }

  /** Without what lies before the window. */
  ReserveAccount since(LocalDate month) {
    return new ReserveAccount(
        months.stream().filter(it -> !it.month().isBefore(month)).toList(), latest);
  }

  ReserveAccount telling(ReservePosition position) {
    return new ReserveAccount(months, position);
  }

  /** All of the window. */
  Experience experience() {
    return months.stream()
        .map(MonthOfExperience::experience)
        .reduce(Experience.NONE, Experience::plus);
  }

  /** Whether there is nothing to remember. */
  boolean isOver() {
    return months.isEmpty() && (latest == null || latest.closing().signum() == 0);
  }
}
