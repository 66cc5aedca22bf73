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
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
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
      return new Scalar(
          path,
          (value, out) -> out.writeString((String) value),
          trust == Trust.OUTSIDE ? in -> text(in, path) : Decoder::readString);
    }
    if (type == Currency.class) {
      return new Scalar(
          path,
          (value, out) -> out.writeString(((Currency) value).getCurrencyCode()),
          in -> Money.currencyOf(in.readString()));
    }
    if (type == LocalDate.class) {
      return new Scalar(
          path, (value, out) -> out.writeInt(day((LocalDate) value)), in -> day(in, path));
    }
    if (type == Instant.class) {
      return new Scalar(
          path,
          (value, out) -> out.writeLong(((Instant) value).toEpochMilli()),
          in -> instant(in, path));
    }
    if (type == Bytes.class) {
      return new Scalar(
          path, (value, out) -> out.writeBytes(((Bytes) value).get()), in -> Bytes.wrap(bytes(in)));
    }
    return primitive(schema.getType(), path);
  }

  private static Scalar primitive(Schema.Type type, String path) {
    return switch (type) {
      case INT -> new Scalar(path, (value, out) -> out.writeInt((Integer) value), Decoder::readInt);
      case LONG -> new Scalar(path, (value, out) -> out.writeLong((Long) value), Decoder::readLong);
      case FLOAT ->
          new Scalar(path, (value, out) -> out.writeFloat((Float) value), Decoder::readFloat);
      case DOUBLE ->
          new Scalar(path, (value, out) -> out.writeDouble((Double) value), Decoder::readDouble);
      case BOOLEAN ->
          new Scalar(path, (value, out) -> out.writeBoolean((Boolean) value), Decoder::readBoolean);
      default -> throw new IllegalArgumentException(type + " is no primitive of these");
    };
  }

  private static String text(Decoder in, String path) throws IOException {
    String text = in.readString();
    if (text.isBlank()) {
      throw new RejectedException(RejectReason.CONTRACT_VIOLATION, path + " is blank");
    }
    return text;
  }

  private static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  private LocalDate day(Decoder in, String path) throws IOException {
    LocalDate day = LocalDate.ofEpochDay(in.readInt());
    if (trust == Trust.OUTSIDE && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
      throw impossible(path, day, FIRST_DAY, LAST_DAY);
    }
    return day;
  }

  private Instant instant(Decoder in, String path) throws IOException {
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

  private static byte[] bytes(Decoder in) throws IOException {
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
