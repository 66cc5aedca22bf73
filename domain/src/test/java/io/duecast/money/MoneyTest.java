package io.duecast.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.check.RejectedException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void amountsAreEqualWhateverTheirScale() {
    assertThat(Money.of("11.5", "EUR")).isEqualTo(Money.of("11.5000", "EUR"));
    assertThat(Money.of("11.50000", "EUR")).isEqualTo(Money.of("11.5", "EUR"));
  }

  @Test
  void twoCurrenciesAreNotAdded() {
    assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.00 EUR and 1.00 USD are of two currencies");
  }

  @Test
  void moreThanFourDecimalsOrNineteenDigitsAreRefused() {
    assertThatThrownBy(() -> Money.of("1.00001", "EUR")).isInstanceOf(RejectedException.class);
    assertThatThrownBy(() -> Money.of("1000000000000000", "EUR"))
        .isInstanceOf(RejectedException.class);
    assertThat(Money.of("999999999999999.9999", "EUR").isPositive()).isTrue();
  }

  @Test
  void aConversionRoundsToTheMinorUnitOfTheTarget() {
    ExchangeRate rate =
        new ExchangeRate(
            Money.currencyOf("EUR"),
            Money.currencyOf("JPY"),
            new BigDecimal("163.255"),
            LocalDate.of(2026, 3, 2));
    assertThat(Money.of("10.10", "EUR").at(rate)).isEqualTo(Money.of("1649", "JPY"));
  }

  @Test
  void itReadsAsPeopleWriteIt() {
    assertThat(Money.of("120", "EUR")).hasToString("120.00 EUR");
    assertThat(Money.of("120.125", "EUR")).hasToString("120.125 EUR");
    assertThat(Money.of("120", "JPY")).hasToString("120 JPY");
  }
}
