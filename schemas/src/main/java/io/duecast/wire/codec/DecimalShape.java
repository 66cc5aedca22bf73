package io.duecast.wire.codec;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * An exact number of so many digits. What is read has no trailing zeros: one number has one form.
 *
 * @param maxBytes what the digits need at most; more are refused before they are looked at
 */
record DecimalShape(String path, int precision, int scale, int maxBytes) implements Shape {
  private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

  static DecimalShape of(Schema schema, String path) {
    LogicalTypes.Decimal decimal = (LogicalTypes.Decimal) schema.getLogicalType();
    int bits = (int) Math.ceil(decimal.getPrecision() * BITS_PER_DIGIT) + 1;
    return new DecimalShape(
        path, decimal.getPrecision(), decimal.getScale(), (bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    BigDecimal number = (BigDecimal) Objects.requireNonNull(value, path);
    if (number.scale() > scale && number.stripTrailingZeros().scale() > scale) {
      throw new IllegalArgumentException(
          path + ": " + number + " has more than " + scale + " decimals");
    }
    BigDecimal scaled = number.scale() == scale ? number : number.setScale(scale);
    if (scaled.precision() > precision) {
      throw new IllegalArgumentException(
          path + ": " + number + " has more than " + (precision - scale) + " digits in front");
    }
    out.writeBytes(scaled.unscaledValue().toByteArray());
  }

  @Override
  public Object read(Decoder in) throws IOException {
    ByteBuffer bytes = in.readBytes(null);
    int size = bytes.remaining();
    if (size == 0 || size > maxBytes) {
      throw impossible(size + " bytes");
    }
    BigDecimal number = size <= Long.BYTES ? small(bytes) : large(bytes);
    if (number.precision() - number.scale() > precision - scale) {
      throw impossible(number.toPlainString());
    }
    return number;
  }

  private BigDecimal small(ByteBuffer bytes) {
    long unscaled = bytes.get();
    while (bytes.hasRemaining()) {
      unscaled = unscaled << Byte.SIZE | (bytes.get() & 0xff);
    }
    int decimals = scale;
    while (decimals > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      decimals--;
    }
    return BigDecimal.valueOf(unscaled, decimals);
  }

  private BigDecimal large(ByteBuffer bytes) {
    byte[] unscaled = new byte[bytes.remaining()];
    bytes.get(unscaled);
    BigDecimal number = new BigDecimal(new BigInteger(unscaled), scale).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  private RejectedException impossible(String what) {
    return new RejectedException(
        RejectReason.IMPOSSIBLE_AMOUNT,
        path + ": " + what + " is no decimal(" + precision + "," + scale + ")");
  }
}
