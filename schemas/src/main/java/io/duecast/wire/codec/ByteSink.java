package io.duecast.wire.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/** Avro's binary encoding into bytes that grow; to be used again after {@link #restart}. */
final class ByteSink extends Encoder {
  private static final int LARGEST_KEPT = 1 << 20;
  private static final int FIRST = 1024;
  private static final int LONGEST_VARINT = 10;

  private byte[] bytes = new byte[FIRST];
  private int size;

  /** This sink, empty. */
  ByteSink restart() {
    size = 0;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FIRST];
    }
    return this;
  }

  /** A copy of what was written, behind what the caller puts in front. */
  byte[] toBytes(byte[] front) {
    byte[] all = Arrays.copyOf(front, front.length + size);
    System.arraycopy(bytes, 0, all, front.length, size);
    return all;
  }

  private void makeRoom(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }

  private void varint(long zigzag) {
    makeRoom(LONGEST_VARINT);
    byte[] to = bytes;
    int at = size;
    long rest = zigzag;
    while ((rest & ~0x7fL) != 0) {
      to[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[at++] = (byte) rest;
    size = at;
  }

  @Override
  public void writeNull() {}

  @Override
  public void writeBoolean(boolean value) {
    makeRoom(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  @Override
  public void writeInt(int value) {
    varint(((long) value << 1 ^ value >> 31) & 0xffffffffL);
  }

  @Override
  public void writeLong(long value) {
    varint(value << 1 ^ value >> 63);
  }

  @Override
  public void writeFloat(float value) {
    littleEndian(Float.floatToRawIntBits(value), Float.BYTES);
  }

  @Override
  public void writeDouble(double value) {
    littleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
  }

  private void littleEndian(long value, int count) {
    makeRoom(count);
    for (int i = 0; i < count; i++) {
      bytes[size + i] = (byte) (value >>> (Byte.SIZE * i));
    }
    size += count;
  }

  @Override
  public void writeString(Utf8 value) {
    writeBytes(value.getBytes(), 0, value.getByteLength());
  }

  @Override
  public void writeString(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    writeBytes(utf8, 0, utf8.length);
  }

  @Override
  public void writeBytes(ByteBuffer value) {
    int length = value.remaining();
    writeLong(length);
    makeRoom(length);
    value.duplicate().get(bytes, size, length);
    size += length;
  }

  @Override
  public void writeBytes(byte[] value, int start, int length) {
    writeLong(length);
    writeFixed(value, start, length);
  }

  @Override
  public void writeFixed(byte[] value, int start, int length) {
    makeRoom(length);
    System.arraycopy(value, start, bytes, size, length);
    size += length;
  }

  @Override
  public void writeEnum(int symbol) {
    writeInt(symbol);
  }

  @Override
  public void writeArrayStart() {}

  @Override
  public void setItemCount(long count) {
    if (count > 0) {
      writeLong(count);
    }
  }

  @Override
  public void startItem() {}

  @Override
  public void writeArrayEnd() {
    writeLong(0);
  }

  @Override
  public void writeMapStart() {}

  @Override
  public void writeMapEnd() {
    writeLong(0);
  }

  @Override
  public void writeIndex(int index) {
    writeInt(index);
  }

  @Override
  public void flush() throws IOException {}
}
