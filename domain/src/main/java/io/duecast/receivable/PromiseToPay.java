package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A promise to pay.
 *
 * @param amount null for the whole open balance
 * @param on the last day on which it is kept
 */
public record PromiseToPay(@Nullable Money amount, LocalDate on, PromiseSource source) {}
