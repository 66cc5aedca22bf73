package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class BusinessDaysTest {
  private static final long FROM = LocalDate.of(2023, 12, 1).toEpochDay();

  @Test
  void theyAgreeWithACountByHand() {
    for (long day = FROM; day < FROM + 500; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      assertThat(BusinessDays.weekday(day)).isEqualTo(date.getDayOfWeek().getValue() - 1);
      assertThat(BusinessDays.onOrAfter(day)).isEqualTo(seek(day, 1));
      assertThat(BusinessDays.onOrBefore(day)).isEqualTo(seek(day, -1));
      assertThat(BusinessDays.lastOfMonth(day))
          .isEqualTo(seek(YearMonth.from(date).atEndOfMonth().toEpochDay(), -1));
      assertThat(BusinessDays.firstOf(BusinessDays.month(day)))
          .isEqualTo(date.withDayOfMonth(1).toEpochDay());
    }
  }

  @Test
  void addingThemSkipsWeekends() {
    for (long day = FROM; day < FROM + 30; day++) {
      long expected = seek(day, -1);
      for (int added = 0; added < 13; added++) {
        assertThat(BusinessDays.plus(day, added)).isEqualTo(expected);
        expected = seek(expected + 1, 1);
      }
    }
  }

  @Test
  void aPaymentRunIsTheNearestOfItsDays() {
    for (PayRun run : PayRun.values()) {
      for (long day = FROM; day < FROM + 200; day++) {
        long after = day;
        while (!isRun(run, after)) {
          after++;
        }
        long before = day;
        while (!isRun(run, before)) {
          before--;
        }
        assertThat(run.onOrAfter(day, 2)).as("%s after %d", run, day).isEqualTo(after);
        assertThat(run.onOrBefore(day, 2)).as("%s before %d", run, day).isEqualTo(before);
      }
    }
  }

  private static boolean isRun(PayRun run, long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    long last = seek(YearMonth.from(date).atEndOfMonth().toEpochDay(), -1);
    long middle = seek(date.withDayOfMonth(15).toEpochDay(), 1);
    return switch (run) {
      case ANY_BUSINESS_DAY -> isBusinessDay(day);
      case WEEKLY -> date.getDayOfWeek() == DayOfWeek.WEDNESDAY;
      case MID_AND_END_OF_MONTH -> day == middle || day == last;
      case END_OF_MONTH -> day == last;
    };
  }

  private static boolean isBusinessDay(long day) {
    DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
  }

  private static long seek(long day, int step) {
    long found = day;
    while (!isBusinessDay(found)) {
      found += step;
    }
    return found;
  }
}
