package io.duecast.console.log;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.event.Envelope;
import io.duecast.receivable.Fact;
import io.duecast.wire.Schemas;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.RecordReader;
import io.duecast.wire.codec.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import tech.allegro.schema.json2avro.converter.CompositeJsonToAvroReader;
import tech.allegro.schema.json2avro.converter.FailOnUnknownField;
import tech.allegro.schema.json2avro.converter.JsonGenericRecordReader;
import tech.allegro.schema.json2avro.converter.types.PrimitiveConverter;

/**
 * Reads facts told in JSON by the fields of their Avro schemas: a day as {@code 2026-03-31}, an
 * instant as {@code 2026-03-31T10:15:00Z}, an amount as a decimal. What is read has passed the same
 * rules as a record from the topics. Safe for threads.
 */
public final class FactReader {
  private static final String ENVELOPE = "envelope";
  private static final Pattern WITHIN = Pattern.compile("offending field: (\\S+) adheres");

  private static final GenericData PLAIN = new Plain();

  /** Of each kind of fact, by name. */
  private static final Map<String, RecordReader<? extends Fact>> READERS = readers();

  private final JsonGenericRecordReader json =
      new JsonGenericRecordReader(
          JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build(),
          new CompositeJsonToAvroReader(
              List.of(
                  new Whole(Schema.Type.INT, BigDecimal::intValueExact),
                  new Whole(Schema.Type.LONG, BigDecimal::longValueExact)),
              new FailOnUnknownField()));

  /** The converter hands out a day as a long, which is not what a union has. */
  private static final class Plain extends GenericData {
    @Override
    public int resolveUnion(Schema union, Object datum) {
      boolean isDay =
          datum instanceof Long
              && union.getTypes().stream().anyMatch(it -> it.getType() == Schema.Type.INT);
      return super.resolveUnion(union, isDay ? ((Long) datum).intValue() : datum);
    }
  }

  /** The converter's own cuts off what is behind the point, and lets large numbers overflow. */
  private static final class Whole extends PrimitiveConverter<Number> {
    Whole(Schema.Type type, Function<BigDecimal, Object> exactly) {
      super(type, Number.class, it -> whole(it, exactly));
    }

    private static Object whole(Number it, Function<BigDecimal, Object> exactly) {
      try {
        return exactly.apply(new BigDecimal(it.toString()));
      } catch (ArithmeticException e) {
        throw new AvroTypeException(it + " is no whole number, or too large");
      }
    }

    @Override
    public boolean canManage(Schema schema, Deque<String> path) {
      return schema.getLogicalType() == null && super.canManage(schema, path);
    }
  }

  private static Map<String, RecordReader<? extends Fact>> readers() {
    return Arrays.stream(Fact.class.getPermittedSubclasses())
        .map(it -> it.asSubclass(Fact.class))
        .collect(
            toMap(Class::getSimpleName, FactReader::reader, (one, other) -> one, TreeMap::new));
  }

  private static <T extends Fact> RecordReader<T> reader(Class<T> type) {
    Schema schema = Schemas.of(type);
    return RecordCodec.of(type, schema, Trust.OUTSIDE).readerOf(schema);
  }

  /** What can be told, in the order of the alphabet. */
  public static String types() {
    return String.join(", ", READERS.keySet());
  }

  /**
   * A fact.
   *
   * @param type the name of its record
   * @param data its fields, without the envelope
   * @throws RejectedException if it is none
   */
  public Fact read(String type, Map<String, @Nullable Object> data, Envelope envelope) {
    @Nullable RecordReader<? extends Fact> reader = READERS.get(type);
    if (reader == null) {
      throw new RejectedException(
          RejectReason.UNEXPECTED_TYPE, "'type' is one of " + types() + ", not '" + type + "'");
    }
    if (data.containsKey(ENVELOPE)) {
      throw new RejectedException(
          RejectReason.CONTRACT_VIOLATION,
          "'data' has no envelope: id, source and time stand beside it");
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>(data);
    all.put(ENVELOPE, plain(envelope));
    try {
      return reader.read(bytes(json.read(all, reader.codec().schema())), 0);
    } catch (AvroRuntimeException e) {
      throw new RejectedException(RejectReason.CONTRACT_VIOLATION, reason(type, e));
    }
  }

  private static Map<String, Object> plain(Envelope envelope) {
    return Map.of(
        "eventId",
        envelope.eventId().value(),
        "occurredAt",
        envelope.occurredAt().toEpochMilli(),
        "recordedAt",
        envelope.recordedAt().toEpochMilli(),
        "ingestedAt",
        envelope.ingestedAt().toEpochMilli(),
        "source",
        envelope.source(),
        "replayed",
        envelope.replayed());
  }

  private static byte[] bytes(GenericRecord value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(value.getSchema(), PLAIN).write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The converter says what is wrong or, of a field that may be null, only where. */
  private static String reason(String type, AvroRuntimeException e) {
    String told =
        String.valueOf(e.getMessage()).replaceFirst("^Failed to convert JSON to Avro(: )?", "");
    Matcher within = WITHIN.matcher(told);
    if (within.find()) {
      return "'%s' is not what the schema of %s says".formatted(within.group(1), type);
    }
    return told.isEmpty() && e.getCause() != null
        ? String.valueOf(e.getCause().getMessage())
        : told;
  }
}
