package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;

/** What became of a reminder on its way, as whoever sends it tells. */
public record ReminderStatus(
    Envelope envelope,
    CustomerId customer,
    String reminderId,
    Delivery delivery,
    Channel channel) {}
