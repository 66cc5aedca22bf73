package io.duecast.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Open invoices with one due date, together.
 *
 * @param currency null for those whose amount is unknown
 * @param amount what is open; after merges the sum over all places is exact, not each one
 */
public record OpenItems(
    LocalDate dueOn, @Nullable String currency, int invoices, BigDecimal amount) {}
