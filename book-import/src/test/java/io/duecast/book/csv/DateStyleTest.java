package io.duecast.book.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DateStyleTest {
  private static DateStyle of(String... patterns) {
    return new DateStyle(List.of(patterns), Locale.ENGLISH, ZoneOffset.UTC);
  }

  @Test
  void patternsAreTriedInTheirOrder() {
    DateStyle style = of("d/M/yyyy", "M/d/yyyy", "dd.MM.yy", "yyyyMMdd");
    assertThat(style.parse("3/11/2025")).isEqualTo(LocalDate.of(2025, 11, 3));
    assertThat(style.parse("11/13/2025")).isEqualTo(LocalDate.of(2025, 11, 13));
    assertThat(style.parse("17.11.25")).isEqualTo(LocalDate.of(2025, 11, 17));
    assertThat(style.parse("20251107")).isEqualTo(LocalDate.of(2025, 11, 7));
  }

  @Test
  void aDayThatIsNotInTheCalendarIsNoDate() {
    assertThat(of("yyyy-MM-dd").parse("2025-02-29")).isNull();
    assertThat(of("yyyy-MM-dd").parse("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(of("yyyy-MM-dd").parse("2025-11-31")).isNull();
    assertThat(of("yyyy-MM-dd").parse("0000-00-00")).isNull();
    assertThat(of("yyyy-MM-dd").parse("")).isNull();
  }

  @Test
  void aMonthIsItsFirstDay() {
    assertThat(of("yyyy-MM").parse("2025-11")).isEqualTo(LocalDate.of(2025, 11, 1));
    assertThat(of("yyyy-MM").parse("2025-13")).isNull();
  }

  @Test
  void aSpreadsheetsDayNumberIsADay() {
    assertThat(of("excel").parse("43831")).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(of("excel").parse("43831.75")).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(of("excel").parse("x")).isNull();
  }

  @Test
  void monthNamesAreReadInTheirLanguage() {
    DateStyle german = new DateStyle(List.of("d. MMMM yyyy"), Locale.GERMAN, ZoneOffset.UTC);
    assertThat(german.parse("17. März 2025")).isEqualTo(LocalDate.of(2025, 3, 17));
    assertThat(of("d-MMM-yyyy").parse("17-MAR-2025")).isEqualTo(LocalDate.of(2025, 3, 17));
  }

  @Test
  void anInstantIsTheDayInTheCompanysZone() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    DateStyle style = new DateStyle(List.of("yyyy-MM-dd'T'HH:mmXXX"), Locale.ENGLISH, tokyo);
    assertThat(style.parse("2025-11-13T23:30Z")).isEqualTo(LocalDate.of(2025, 11, 14));
    assertThat(style.parseInstant("2025-11-13T23:30Z"))
        .isEqualTo(Instant.parse("2025-11-13T23:30:00Z"));
  }

  @Test
  void aTimeWithoutOffsetIsInTheCompanysZoneAndADateHasNone() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    DateStyle style =
        new DateStyle(List.of("yyyy-MM-dd HH:mm", "yyyy-MM-dd"), Locale.ENGLISH, tokyo);
    assertThat(style.parseInstant("2025-11-13 09:30"))
        .isEqualTo(Instant.parse("2025-11-13T00:30:00Z"));
    assertThat(style.parseInstant("2025-11-13")).isNull();
  }

  @Test
  void whatIsNoPatternIsRefused() {
    assertThatThrownBy(() -> of("yyyy-bb-dd")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of()).isInstanceOf(IllegalArgumentException.class);
  }
}
