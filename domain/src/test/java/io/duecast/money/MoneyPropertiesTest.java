package io.duecast.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for all amounts. jqwik prints the seed of a failure. */
class MoneyPropertiesTest {
  private static final Currency EUR = Money.currencyOf("EUR");
  private static final long MOST = 999_999_999_999_999L;

  @Property
  void addingAndTakingAwayAreInverse(
      @ForAll @LongRange(min = -MOST, max = MOST) long a,
      @ForAll @LongRange(min = -MOST, max = MOST) long b) {
    Money first = money(a);
    Money second = money(b);

    assertThat(first.plus(second)).isEqualTo(second.plus(first));
    assertThat(first.plus(second).minus(second)).isEqualTo(first);
    assertThat(first.minus(second)).isEqualTo(second.minus(first).negated());
  }

  @Property
  void exactlyOneOfPositiveZeroAndNegativeHolds(
      @ForAll @LongRange(min = -MOST, max = MOST) long a) {
    Money money = money(a);

    assertThat(money.isPositive()).isEqualTo(a > 0);
    assertThat(money.isZero()).isEqualTo(a == 0);
    assertThat(money.isNegative()).isEqualTo(a < 0);
  }

  @Property
  void comparingAgreesWithEquality(
      @ForAll @LongRange(min = -1000, max = 1000) long a,
      @ForAll @LongRange(min = -1000, max = 1000) long b) {
    assertThat(money(a).compareTo(money(b)) == 0).isEqualTo(money(a).equals(money(b)));
    assertThat(money(a).max(money(b))).isEqualTo(money(Math.max(a, b)));
    assertThat(money(a).min(money(b))).isEqualTo(money(Math.min(a, b)));
  }

  @Property
  void roundingIsNeverOffByMoreThanHalfACentAndIsDoneOnce(
      @ForAll @LongRange(min = -MOST, max = MOST) long a) {
    Money money = money(a);
    Money rounded = money.rounded();

    assertThat(rounded.rounded()).isEqualTo(rounded);
    assertThat(rounded.minus(money).amount().abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
  }

  @Property
  void whatIsPrintedReadsBackAsTheSame(@ForAll @LongRange(min = -MOST, max = MOST) long a) {
    String[] printed = money(a).toString().split(" ", 2);

    assertThat(Money.of(printed[0], printed[1])).isEqualTo(money(a));
  }

  @Property
  void aConversionAtOneOnlyRounds(@ForAll @LongRange(min = -MOST, max = MOST) long a) {
    Currency usd = Money.currencyOf("USD");
    ExchangeRate par = new ExchangeRate(EUR, usd, BigDecimal.ONE, LocalDate.of(2026, 3, 2));

    assertThat(money(a).at(par).amount()).isEqualTo(money(a).rounded().amount());
  }

  /** So many ten-thousandths of a euro. */
  private static Money money(long tenThousandths) {
    return new Money(BigDecimal.valueOf(tenThousandths, 4), EUR);
  }
}
