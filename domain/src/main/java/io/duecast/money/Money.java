package io.duecast.money;

import static io.duecast.check.Check.accept;
import static io.duecast.check.Check.require;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, exact to four decimals; adding two currencies throws.
 *
 * @param amount at most 15 digits before the point; kept at scale {@value #SCALE}
 * @param currency an ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
  /** Decimals kept, as in the wire's {@code decimal(19,4)}. */
  public static final int SCALE = 4;

  /** Digits kept in all. */
  public static final int PRECISION = 19;

  public Money {
    accept(
        amount.signum() == 0 || (long) amount.precision() - amount.scale() <= PRECISION - SCALE,
        RejectReason.IMPOSSIBLE_AMOUNT,
        "%s %s has more than %d digits before the point",
        amount,
        currency,
        PRECISION - SCALE);
    if (amount.scale() != SCALE) {
      accept(
          amount.scale() < SCALE || amount.stripTrailingZeros().scale() <= SCALE,
          RejectReason.IMPOSSIBLE_AMOUNT,
          "%s %s has more than %d decimals",
          amount,
          currency,
          SCALE);
      amount = amount.setScale(SCALE, RoundingMode.UNNECESSARY);
    }
  }

  /** For tests and constants: {@code Money.of("100.00", "EUR")}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currencyOf(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /**
   * The currency of an ISO 4217 code.
   *
   * @throws RejectedException if there is none
   */
  public static Currency currencyOf(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new RejectedException(
          RejectReason.CONTRACT_VIOLATION, "'" + code + "' is no ISO 4217 currency");
    }
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.add(other.amount), currency);
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return new Money(amount.subtract(other.amount), currency);
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** Converted at a rate, rounded half-even to the target's minor unit. */
  public Money at(ExchangeRate rate) {
    require(currency.equals(rate.from()), "%s cannot be converted by %s", this, rate);
    int decimals = Math.max(0, rate.to().getDefaultFractionDigits());
    return new Money(
        amount.multiply(rate.rate()).setScale(decimals, RoundingMode.HALF_EVEN), rate.to());
  }

  /** Rounded half-even to the currency's minor unit. */
  public Money rounded() {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(amount.setScale(decimals, RoundingMode.HALF_EVEN), currency);
  }

  /** This times a factor, rounded half-even to the currency's minor unit. */
  public Money times(double factor) {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal product = amount.multiply(BigDecimal.valueOf(factor));
    return new Money(product.setScale(decimals, RoundingMode.HALF_EVEN), currency);
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** The greater of the two. */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The lesser of the two. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** For features only, where a double is good enough. */
  public double toDouble() {
    return amount.doubleValue();
  }

  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal shown = amount.stripTrailingZeros();
    return shown
            .setScale(Math.max(decimals, shown.scale()), RoundingMode.UNNECESSARY)
            .toPlainString()
        + " "
        + currency.getCurrencyCode();
  }

  private void requireSameCurrency(Money other) {
    require(currency.equals(other.currency), "%s and %s are of two currencies", this, other);
  }
}
