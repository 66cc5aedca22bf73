package io.duecast.wire;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.check.Rejection;
import io.duecast.customer.CustomerId;
import io.duecast.wire.codec.RecordReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a record to a value, or to the reason why there is none; whoever wrote them.
 * Asks the registry once for each schema id. Safe for threads.
 */
public final class WireDecoder {
  private static final byte MAGIC = 0;
  private static final int HEADER_BYTES = 1 + Integer.BYTES;
  private static final int LONGEST_DETAIL = 500;

  private final RegisteredSchemas schemas;
  private final RecordTypes types = new RecordTypes();
  private final Map<Integer, RecordReader<?>> readerById = new ConcurrentHashMap<>();

  public WireDecoder(SchemaRegistryClient registry) {
    this.schemas = new RegisteredSchemas(registry);
  }

  /**
   * The value of a record of a topic.
   *
   * @throws RegistryUnavailableException if the registry cannot be asked; the record is to be read
   *     again
   */
  public <V> Decoded<V> decode(Topic<V> topic, byte @Nullable [] key, byte @Nullable [] value) {
    try {
      V decoded = topic.value().cast(valueOf(topic, value));
      requireKey(key, decoded);
      return new Decoded.Value<>(decoded);
    } catch (RejectedException e) {
      return new Decoded.Rejected<>(shortened(e.rejection()));
    }
  }

  /** The value of a record of a topic, whatever its key. */
  <V> V decodeValue(Topic<V> topic, byte @Nullable [] value) {
    return topic.value().cast(valueOf(topic, value));
  }

  private Object valueOf(Topic<?> topic, byte @Nullable [] value) {
    if (value == null) {
      throw undecodable("there is no value");
    }
    if (value.length < HEADER_BYTES) {
      throw undecodable(value.length + " bytes are too few");
    }
    if (value[0] != MAGIC) {
      throw undecodable("the first byte is " + value[0] + " and not 0");
    }
    RecordReader<?> reader = readerOf(ByteBuffer.wrap(value).getInt(1));
    Class<?> type = reader.codec().type();
    if (!topic.types().contains(type)) {
      throw new RejectedException(
          RejectReason.UNEXPECTED_TYPE,
          type.getSimpleName() + " does not belong on " + topic.name());
    }
    return reader.read(value, HEADER_BYTES);
  }

  private RecordReader<?> readerOf(int id) {
    RecordReader<?> known = readerById.get(id);
    if (known != null) {
      return known;
    }
    RecordReader<?> reader = types.readerOf(schemas.byId(id));
    readerById.put(id, reader);
    return reader;
  }

  private static void requireKey(byte @Nullable [] key, Object value) {
    Optional<CustomerId> customer = TopicKey.customerOf(value);
    if (customer.isEmpty()) {
      return;
    }
    String expected = customer.get().value();
    @Nullable String actual = key == null ? null : new String(key, StandardCharsets.UTF_8);
    if (!expected.equals(actual)) {
      throw new RejectedException(
          RejectReason.KEY_MISMATCH,
          "the key is " + quoted(actual) + " and the customer " + quoted(expected));
    }
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "missing" : "'" + text + "'";
  }

  private static RejectedException undecodable(String detail) {
    return new RejectedException(RejectReason.UNDECODABLE, detail);
  }

  private static Rejection shortened(Rejection rejection) {
    String detail = rejection.detail();
    return detail.length() <= LONGEST_DETAIL
        ? rejection
        : new Rejection(rejection.reason(), detail.substring(0, LONGEST_DETAIL) + "…");
  }
}
