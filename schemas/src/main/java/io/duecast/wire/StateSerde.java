package io.duecast.wire;

import io.duecast.check.RejectedException;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.RecordReader;
import io.duecast.wire.codec.Trust;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of a store of our own: Avro's single-object encoding, which names its schema by a
 * fingerprint, so that what an older release stored is still read. Needs no registry. Safe for
 * threads.
 */
public final class StateSerde<T> implements Serde<T> {
  private static final byte[] MARKER = {(byte) 0xC3, 0x01};
  private static final int HEADER_BYTES = MARKER.length + Long.BYTES;

  private final RecordCodec<T> codec;
  private final byte[] header;
  private final Map<Long, RecordReader<T>> readerByFingerprint = new HashMap<>();

  private StateSerde(RecordCodec<T> codec, List<Schema> older) {
    this.codec = codec;
    this.header = headerOf(codec.schema());
    for (Schema schema : older) {
      readerByFingerprint.put(fingerprint(schema), codec.readerOf(schema));
    }
    readerByFingerprint.put(fingerprint(codec.schema()), codec.readerOf(codec.schema()));
  }

  /** The serde of a record with a schema, and a history, of its own among {@link Schemas}. */
  public static <T> StateSerde<T> of(Class<T> type) {
    return of(type, Schemas.of(type), Schemas.released(type));
  }

  /**
   * The serde of a record with these schemas.
   *
   * @param older those that stored values may still be written with
   */
  public static <T> StateSerde<T> of(Class<T> type, Schema today, List<Schema> older) {
    return new StateSerde<>(RecordCodec.of(type, today, Trust.OURS), older);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : read(bytes);
  }

  public byte[] write(T value) {
    return codec.write(value, header);
  }

  /**
   * The value that was stored.
   *
   * @throws SerializationException if the bytes are no value of this store: a bug, or a damaged
   *     disk
   */
  public T read(byte[] bytes) {
    if (bytes.length < HEADER_BYTES || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
      throw new SerializationException(name() + ": the stored bytes do not begin with C3 01");
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length);
    RecordReader<T> reader = readerByFingerprint.get(fingerprint);
    if (reader == null) {
      throw new SerializationException(
          "%s: stored with schema %016x, which is not among the released ones: add its file to avro-history"
              .formatted(name(), fingerprint));
    }
    try {
      return reader.read(bytes, HEADER_BYTES);
    } catch (RejectedException e) {
      throw new SerializationException(name() + ": " + e.getMessage(), e);
    }
  }

  private String name() {
    return codec.type().getSimpleName();
  }

  private static long fingerprint(Schema schema) {
    return SchemaNormalization.parsingFingerprint64(schema);
  }

  private static byte[] headerOf(Schema schema) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MARKER)
        .putLong(fingerprint(schema))
        .array();
  }
}
