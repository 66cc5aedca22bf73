package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import java.time.LocalDate;

/**
 * Something to look at on a later day.
 *
 * @param on the first day on which it is due
 * @param id of the invoice, payment or event
 */
public record Appointment(LocalDate on, AppointmentKind kind, CustomerId customer, String id) {}
