package io.duecast.receivable;

import io.duecast.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The payable amount in the currency the company keeps its books in.
 *
 * @param rate functional units for one unit of the invoice's currency
 * @param rateOn the day of the rate
 */
public record FunctionalAmount(Money amount, BigDecimal rate, LocalDate rateOn) {}
