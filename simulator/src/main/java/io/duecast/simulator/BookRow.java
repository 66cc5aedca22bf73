package io.duecast.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One invoice as a line of an exported book.
 *
 * @param dueOn null where the document states terms and no date
 * @param amount what is to be paid, amendments included
 * @param paidOn the value date of the last cent; null while something is open
 * @param status {@code open}, {@code paid}, {@code credited}, {@code cancelled} or {@code written
 *     off}
 */
public record BookRow(
    String invoice,
    String customer,
    String country,
    String industry,
    String sizeClass,
    String segment,
    LocalDate registeredOn,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    int termDays,
    @Nullable LocalDate paidOn,
    BigDecimal amount,
    String currency,
    String kind,
    String status) {}
