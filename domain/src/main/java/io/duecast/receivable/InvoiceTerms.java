package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is owed and by when, as one version of an invoice has it; null is not said. */
public record InvoiceTerms(
    @Nullable Money payable, @Nullable LocalDate dueOn, @Nullable Integer termDays) {}
