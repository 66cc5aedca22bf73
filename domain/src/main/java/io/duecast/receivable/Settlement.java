package io.duecast.receivable;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice came to have nothing left to pay.
 *
 * @param on the first value date with nothing left to pay
 * @param daysPastDue from the due date in force when it became known; negative = early
 */
public record Settlement(
    LocalDate on, int daysPastDue, SettledBy by, @Nullable String paymentMeansCode) {}
