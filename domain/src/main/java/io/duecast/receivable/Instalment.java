package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;

/** A part of an invoice with a due date of its own. */
public record Instalment(LocalDate dueOn, Money amount) {}
