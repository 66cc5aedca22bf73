/**
 * The wire: which topics there are, what lies on them, and how a domain value becomes bytes and
 * back. Read {@link io.duecast.wire.Topics} first, then {@link io.duecast.wire.WireDecoder}. May
 * not import Kafka Streams.
 */
@NullMarked
package io.duecast.wire;

import org.jspecify.annotations.NullMarked;
