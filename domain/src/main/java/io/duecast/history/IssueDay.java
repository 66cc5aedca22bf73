package io.duecast.history;

import java.time.LocalDate;

/** How many invoices a customer got on a day. */
public record IssueDay(LocalDate on, int invoices) {}
