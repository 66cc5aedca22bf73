package io.duecast.trainer.service;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What made the trainer run.
 *
 * @param trigger e.g. schedule, labels, person
 * @param knownOn the day that begins: invoices issued before it are learned from
 * @param effectiveFrom invoices recorded from then on are scored by what comes of it
 */
public record Occasion(String trigger, LocalDate knownOn, Instant effectiveFrom) {}
