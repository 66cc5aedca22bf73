/**
 * From a record to Avro and back, by the names of its components: no generated classes, no mapping
 * by hand. Read {@link io.duecast.wire.codec.RecordCodec} first. Knows neither topics nor Kafka's
 * clients.
 */
@NullMarked
package io.duecast.wire.codec;

import org.jspecify.annotations.NullMarked;
