package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;

/** The collections team reached, or tried to reach, a customer. */
public record ContactMade(
    CustomerId customer, OutcomeKind outcome, LocalDate on, Instant recordedAt)
    implements AccountEntry {}
