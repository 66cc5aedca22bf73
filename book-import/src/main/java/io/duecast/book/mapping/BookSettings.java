package io.duecast.book.mapping;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole book.
 *
 * @param name the source named in every fact
 * @param zone the company's time zone, in which its days begin
 * @param currency of amounts without a currency of their own
 * @param asOf the last day that the extract tells of; null if it does not say
 */
public record BookSettings(String name, ZoneId zone, Currency currency, @Nullable LocalDate asOf) {}
