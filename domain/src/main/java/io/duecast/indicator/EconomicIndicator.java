package io.duecast.indicator;

import io.duecast.event.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure about the economy, as published; a revision is another one with a later vintage.
 *
 * @param series e.g. {@code unemployment}; the record key
 * @param country ISO 3166 alpha-2; null for all
 * @param industry an industry code; null for all
 * @param period the first day of the period that it describes
 * @param publishedAt before this nobody could know it
 */
public record EconomicIndicator(
    Envelope envelope,
    String series,
    @Nullable String country,
    @Nullable String industry,
    LocalDate period,
    double value,
    Instant publishedAt,
    int vintage) {}
