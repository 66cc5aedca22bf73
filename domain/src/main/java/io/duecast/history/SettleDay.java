package io.duecast.history;

import java.time.LocalDate;

/**
 * The invoices that a customer settled on a day.
 *
 * @param worstDaysPastDue of all that were settled on it, also those taken back while others were
 *     left
 */
public record SettleDay(LocalDate on, int invoices, int late, int worstDaysPastDue) {}
