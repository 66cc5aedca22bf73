package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decided that a customer, or one invoice, is not to be reminded for now.
 *
 * @param invoice null for all of the customer's
 * @param until the last day without reminders; null for no end
 * @param lifted true if it is over: what was stopped before goes on
 */
public record ReminderStop(
    Envelope envelope,
    CustomerId customer,
    @Nullable InvoiceId invoice,
    @Nullable LocalDate until,
    boolean lifted) {}
