package io.duecast.wire.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The way of one Java record (or sealed type) to Avro and back: component by component, by name.
 *
 * <p>Java and Avro, side by side: a record is a record; a sealed type is a union of its records by
 * their simple names; a record of one component may lie as that component (an id as a string, named
 * values as a map, one kind of a sealed type as its primitive); {@code @Nullable} is a union with
 * null; a day is a {@code date}, an instant {@code timestamp-millis}, a {@code BigDecimal} a {@code
 * decimal} without trailing zeros, a currency its ISO 4217 code; a list or set is an array; a map
 * by text is a map, by anything else an array of {@code {key, value}}. Safe for threads.
 */
public final class RecordCodec<T> {
  private static final ThreadLocal<ByteSink> SINK = ThreadLocal.withInitial(ByteSink::new);
  private static final byte[] NOTHING = new byte[0];

  private final Class<T> type;
  private final Schema schema;
  private final Shape shape;

  private RecordCodec(Class<T> type, Schema schema, Shape shape) {
    this.type = type;
    this.schema = schema;
    this.shape = shape;
  }

  /**
   * The codec of a type.
   *
   * @throws SchemaMismatch if type and schema do not fit, with the path and the reason
   */
  public static <T> RecordCodec<T> of(Class<T> type, Schema schema, Trust trust) {
    return new RecordCodec<>(
        type, schema, new Shapes(trust).of(type, schema, type.getSimpleName()));
  }

  public Class<T> type() {
    return type;
  }

  public Schema schema() {
    return schema;
  }

  /** The value as Avro's own writers take it, which leave its encoding to this codec. */
  public SpecificRecordBase toAvro(T value) {
    return new SelfEncoding(schema, shape, value);
  }

  /** The value in Avro's binary encoding, without any header. */
  public byte[] write(T value) {
    return write(value, NOTHING);
  }

  /** The value in Avro's binary encoding behind a header. */
  public byte[] write(T value, byte[] header) {
    try {
      ByteSink sink = SINK.get().restart();
      shape.write(value, sink);
      return sink.toBytes(header);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A reader of what was written with another schema of the same record.
   *
   * @throws SchemaMismatch if the two see the meaning of a field differently
   */
  public RecordReader<T> readerOf(Schema written) {
    Optional<String> objection = WriterSchema.objection(written, schema);
    if (objection.isPresent()) {
      throw new SchemaMismatch(type.getSimpleName(), objection.get());
    }
    return new RecordReader<>(this, UnknownBranches.hidden(written, schema));
  }

  T read(Decoder in) throws IOException {
    return type.cast(Objects.requireNonNull(shape.read(in)));
  }
}
