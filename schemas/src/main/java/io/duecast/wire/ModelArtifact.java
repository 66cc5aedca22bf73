package io.duecast.wire;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * A trained model's file. It is on its topic before any release names it.
 *
 * @param modelId sha-256 of the file
 * @param formatVersion of the file
 */
public record ModelArtifact(String modelId, int formatVersion, Bytes file, Instant recordedAt) {}
