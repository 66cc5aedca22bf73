package io.duecast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.money.Money;
import org.junit.jupiter.api.Test;

class StrategiesTest {
  @Test
  void limitsAreFarApartBeyondHalfAsMuchAgain() {
    assertThat(Strategies.areFarApart(eur("1500"), eur("1000"))).isFalse();
    assertThat(Strategies.areFarApart(eur("1000"), eur("1500.01"))).isTrue();
    assertThat(Strategies.areFarApart(null, eur("1"))).isTrue();
    assertThat(Strategies.areFarApart(null, null)).isFalse();
  }

  @Test
  void limitsInSmallCurrenciesAreComparedToo() {
    Money large = Money.of("900000000000000", "IDR");

    assertThat(Strategies.areFarApart(large, Money.of("500000000000000", "IDR"))).isTrue();
    assertThat(Strategies.areFarApart(large, Money.of("800000000000000", "IDR"))).isFalse();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }
}
