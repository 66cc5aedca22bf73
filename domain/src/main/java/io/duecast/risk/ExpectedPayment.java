package io.duecast.risk;

import java.time.LocalDate;

/** When the money is expected, with an 80 % interval. */
public record ExpectedPayment(LocalDate on, LocalDate earliest, LocalDate latest) {}
