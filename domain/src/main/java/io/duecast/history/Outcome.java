package io.duecast.history;

import java.time.LocalDate;

/** How one invoice was paid. */
public record Outcome(LocalDate on, int daysPastDue) {}
