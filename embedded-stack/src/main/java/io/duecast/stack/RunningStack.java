package io.duecast.stack;

import java.time.Instant;

/**
 * A stack that some process runs on a data directory, as told to other processes.
 *
 * @param pid the process that runs it
 * @param processStartedAt tells that process from a later one with the same number
 * @param bootstrapServers where Kafka's clients connect
 * @param registryUrl the Confluent API of its registry
 * @param startedAt when it was ready
 */
public record RunningStack(
    long pid,
    Instant processStartedAt,
    String bootstrapServers,
    String registryUrl,
    Instant startedAt) {}
