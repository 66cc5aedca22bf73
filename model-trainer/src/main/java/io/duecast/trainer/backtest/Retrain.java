package io.duecast.trainer.backtest;

import static io.duecast.check.Check.require;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a backtest trains again, after its first day.
 *
 * @param months on the first day of every so many months, counted from January; 0 for never
 * @param days and on these days
 */
public record Retrain(int months, List<LocalDate> days) {
  public static final Retrain NEVER = new Retrain(0, List.of());
  public static final Retrain MONTHLY = new Retrain(1, List.of());
  public static final Retrain QUARTERLY = new Retrain(3, List.of());

  public Retrain {
    require(
        months >= 0 && (months == 0 || 12 % months == 0), "%d months do not fit a year", months);
    days = days.stream().sorted().distinct().toList();
  }

  /**
   * What somebody wrote: never, monthly, quarterly, or days with commas between them.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static Retrain parse(String text) {
    return switch (text.trim()) {
      case "never" -> NEVER;
      case "monthly" -> MONTHLY;
      case "quarterly" -> QUARTERLY;
      default -> new Retrain(0, Arrays.stream(text.split(",", -1)).map(Retrain::day).toList());
    };
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.trim());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'%s' is neither never, monthly or quarterly, nor days as in 2025-04-01,2025-07-01"
              .formatted(text),
          e);
    }
  }

  /** The days on which a model is released, in order; what lies outside the test is left out. */
  List<LocalDate> releases(LocalDate firstTestDay, LocalDate asOf) {
    Stream<LocalDate> rhythm =
        months == 0
            ? Stream.empty()
            : firstTestDay
                .withDayOfMonth(1)
                .datesUntil(asOf.isAfter(firstTestDay) ? asOf : firstTestDay)
                .filter(day -> day.getDayOfMonth() == 1)
                .filter(day -> (day.getMonthValue() - 1) % months == 0);
    return Stream.concat(
            Stream.of(firstTestDay),
            Stream.concat(rhythm, days.stream())
                .filter(day -> day.isAfter(firstTestDay) && day.isBefore(asOf)))
        .sorted()
        .distinct()
        .toList();
  }

  /** As it is written, see {@link #parse}. */
  @Override
  public String toString() {
    return switch (months) {
      case 0 -> days.isEmpty() ? "never" : joined();
      case 1 -> "monthly";
      case 3 -> "quarterly";
      default -> "every %d months".formatted(months);
    };
  }

  private String joined() {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
  }
}
