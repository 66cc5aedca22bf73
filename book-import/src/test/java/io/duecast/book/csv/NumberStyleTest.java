package io.duecast.book.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberStyleTest {
  private static final NumberStyle GERMAN = new NumberStyle(',', '.', List.of("EUR", "€"));

  @Test
  void aDecimalCommaAndThousandsAreRead() {
    assertThat(GERMAN.parse("1.234.567,89")).isEqualTo(new BigDecimal("1234567.89"));
    assertThat(GERMAN.parse("0,5")).isEqualTo(new BigDecimal("0.5"));
    assertThat(GERMAN.parse(",5")).isEqualTo(new BigDecimal("0.5"));
    assertThat(GERMAN.parse("1 234,50 €")).isEqualTo(new BigDecimal("1234.50"));
    assertThat(GERMAN.parse("EUR 17")).isEqualTo(new BigDecimal("17"));
  }

  @Test
  void swissAndIndianGroupsAreRead() {
    assertThat(NumberStyle.PLAIN.parse("1'234'567.25")).isEqualTo(new BigDecimal("1234567.25"));
    assertThat(new NumberStyle('.', ',', List.of()).parse("12,34,567.00"))
        .isEqualTo(new BigDecimal("1234567.00"));
    assertThat(NumberStyle.PLAIN.parse("1\u202f234.5")).isEqualTo(new BigDecimal("1234.5"));
  }

  @Test
  void aMinusMayStandBehindAndBracketsAreNegative() {
    assertThat(NumberStyle.PLAIN.parse("13.50-")).isEqualTo(new BigDecimal("-13.50"));
    assertThat(NumberStyle.PLAIN.parse("(13.50)")).isEqualTo(new BigDecimal("-13.50"));
    assertThat(NumberStyle.PLAIN.parse("-13.50")).isEqualTo(new BigDecimal("-13.50"));
    assertThat(NumberStyle.PLAIN.parse("+13.50")).isEqualTo(new BigDecimal("13.50"));
  }

  @Test
  void aNumberOfTheOtherStyleIsRefusedInsteadOfMisread() {
    assertThat(GERMAN.parse("1,234.56")).isNull();
    assertThat(GERMAN.parse("12.34")).isNull();
    assertThat(new NumberStyle('.', ',', List.of()).parse("12,34")).isNull();
    assertThat(NumberStyle.PLAIN.parse("1,234")).isNull();
  }

  @Test
  void whatIsNoNumberIsNull() {
    for (String text : List.of("", "-", ".", "()", "abc", "1e5", "1.2.3", "12 34", "1--", "NaN")) {
      assertThat(NumberStyle.PLAIN.parse(text)).as("'%s'", text).isNull();
    }
    assertThat(NumberStyle.PLAIN.parse("9".repeat(61))).isNull();
  }

  @Test
  void oneCharacterCannotSeparateBoth() {
    assertThatThrownBy(() -> new NumberStyle(',', ',', List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot separate both");
  }
}
