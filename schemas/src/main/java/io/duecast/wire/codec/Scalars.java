package io.duecast.wire.codec;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.ResolvingDecoder;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The Java types that are one Avro primitive each. */
final class Scalars {
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final Instant FIRST_INSTANT = Instant.EPOCH;
  private static final Instant LAST_INSTANT = Instant.parse("2199-12-31T23:59:59.999Z");

  /** The primitive that each plain Java type is; a decimal stands by itself. */
  private static final Map<Class<?>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(String.class, new Kind(Schema.Type.STRING, null)),
          Map.entry(Currency.class, new Kind(Schema.Type.STRING, null)),
          Map.entry(int.class, new Kind(Schema.Type.INT, null)),
          Map.entry(Integer.class, new Kind(Schema.Type.INT, null)),
          Map.entry(long.class, new Kind(Schema.Type.LONG, null)),
          Map.entry(Long.class, new Kind(Schema.Type.LONG, null)),
          Map.entry(float.class, new Kind(Schema.Type.FLOAT, null)),
          Map.entry(Float.class, new Kind(Schema.Type.FLOAT, null)),
          Map.entry(double.class, new Kind(Schema.Type.DOUBLE, null)),
          Map.entry(Double.class, new Kind(Schema.Type.DOUBLE, null)),
          Map.entry(boolean.class, new Kind(Schema.Type.BOOLEAN, null)),
          Map.entry(Boolean.class, new Kind(Schema.Type.BOOLEAN, null)),
          Map.entry(Bytes.class, new Kind(Schema.Type.BYTES, null)),
          Map.entry(LocalDate.class, new Kind(Schema.Type.INT, LogicalTypes.date())),
          Map.entry(Instant.class, new Kind(Schema.Type.LONG, LogicalTypes.timestampMillis())));

  private final Trust trust;

  Scalars(Trust trust) {
    this.trust = trust;
  }

  static boolean has(Class<?> type) {
    return type == BigDecimal.class || KINDS.containsKey(type);
  }

  /** Whether a schema is the primitive of a Java type. */
  static boolean fits(Class<?> type, Schema schema) {
    if (type == BigDecimal.class) {
      return schema.getType() == Schema.Type.BYTES
          && schema.getLogicalType() instanceof LogicalTypes.Decimal;
    }
    Kind kind = KINDS.get(type);
    return kind != null && kind.isOf(schema);
  }

  /** The shape of a type that fits its schema. */
  Shape of(Class<?> type, Schema schema, String path) {
    if (type == BigDecimal.class) {
      return DecimalShape.of(schema, path);
    }
    if (type == String.class) {
      return plain(path, trust == Trust.OUTSIDE ? in -> text(in, path) : in -> in.readString());
    }
    if (type == Currency.class) {
      return new Scalar(
          path,
          value -> ((Currency) value).getCurrencyCode(),
          in -> Money.currencyOf(in.readString()));
    }
    if (type == LocalDate.class) {
      return new Scalar(path, value -> day((LocalDate) value), in -> day(in, path));
    }
    if (type == Instant.class) {
      return new Scalar(path, value -> ((Instant) value).toEpochMilli(), in -> instant(in, path));
    }
    if (type == Bytes.class) {
      return new Scalar(
          path, value -> ByteBuffer.wrap(((Bytes) value).get()), in -> Bytes.wrap(bytes(in)));
    }
    return plain(path, primitive(schema.getType()));
  }

  private static Scalar plain(String path, Scalar.Reader reader) {
    return new Scalar(path, UnaryOperator.identity(), reader);
  }

  private static Scalar.Reader primitive(Schema.Type type) {
    return switch (type) {
      case INT -> ResolvingDecoder::readInt;
      case LONG -> ResolvingDecoder::readLong;
      case FLOAT -> ResolvingDecoder::readFloat;
      case DOUBLE -> ResolvingDecoder::readDouble;
      case BOOLEAN -> ResolvingDecoder::readBoolean;
      default -> throw new IllegalArgumentException(type + " is no primitive of these");
    };
  }

  private static String text(ResolvingDecoder in, String path) throws IOException {
    String text = in.readString();
    if (text.isBlank()) {
      throw new RejectedException(RejectReason.CONTRACT_VIOLATION, path + " is blank");
    }
    return text;
  }

  private static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private LocalDate day(ResolvingDecoder in, String path) throws IOException {
    LocalDate day = LocalDate.ofEpochDay(in.readInt());
    if (trust == Trust.OUTSIDE && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      throw impossible(path, day, FIRST_DAY, LAST_DAY);
    }
    return day;
  }

  private Instant instant(ResolvingDecoder in, String path) throws IOException {
    Instant instant = Instant.ofEpochMilli(in.readLong());
    if (trust == Trust.OUTSIDE
        && (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT))) {
      throw impossible(path, instant, FIRST_INSTANT, LAST_INSTANT);
    }
    return instant;
  }

  private static RejectedException impossible(String path, Object is, Object first, Object last) {
    return new RejectedException(
        RejectReason.IMPOSSIBLE_DATE,
        path + " " + is + " is not between " + first + " and " + last);
  }

  private static byte[] bytes(ResolvingDecoder in) throws IOException {
    ByteBuffer buffer = in.readBytes(null);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private record Kind(Schema.Type type, @Nullable LogicalType logicalType) {
    boolean isOf(Schema schema) {
      return schema.getType() == type
          && (logicalType == null
              ? schema.getLogicalType() == null
              : logicalType.equals(schema.getLogicalType()));
    }
  }
}
