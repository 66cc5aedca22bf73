package io.duecast.insight;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The days of all groups, as they were told. */
public final class PortfolioHistory {
  private final Map<Group, NavigableMap<LocalDate, PortfolioDay>> days = new HashMap<>();
  private final NavigableMap<LocalDate, Boolean> known = new TreeMap<>();

  /** Takes in a day; one that is told again changes nothing. */
  public void add(PortfolioDay day) {
    days.computeIfAbsent(day.group(), it -> new TreeMap<>()).putIfAbsent(day.day(), day);
    known.put(day.day(), true);
  }

  /** The latest day that is known; empty if none is. */
  public Optional<LocalDate> last() {
    return known.isEmpty() ? Optional.empty() : Optional.of(known.lastKey());
  }

  /** The earliest day that is known; empty if none is. */
  public Optional<LocalDate> first() {
    return known.isEmpty() ? Optional.empty() : Optional.of(known.firstKey());
  }

  /**
   * The days of groups that are put together.
   *
   * @param as which larger group one belongs to, of the same currency
   */
  public SortedMap<Group, NavigableMap<LocalDate, PortfolioDay>> by(UnaryOperator<Group> as) {
    SortedMap<Group, NavigableMap<LocalDate, PortfolioDay>> together = new TreeMap<>();
    days.forEach(
        (group, its) -> {
          Group larger = as.apply(group);
          NavigableMap<LocalDate, PortfolioDay> sum =
              together.computeIfAbsent(larger, it -> new TreeMap<>());
          its.values()
              .forEach(
                  day ->
                      sum.merge(day.day(), day.as(larger), (one, more) -> one.plus(more, larger)));
        });
    return together;
  }
}
