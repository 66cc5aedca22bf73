package io.duecast.service.watch;

import java.time.Instant;

/**
 * How one part of a service stands.
 *
 * @param since when it came to stand so
 * @param detail in a few words
 */
public record PartHealth(String part, Standing standing, Instant since, String detail) {}
