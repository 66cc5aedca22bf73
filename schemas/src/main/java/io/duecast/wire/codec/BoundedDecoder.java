package io.duecast.wire.codec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Avro's binary encoding, read from bytes that nobody vouches for: no length and no count is
 * believed beyond the bytes that are left, and text must be UTF-8.
 */
final class BoundedDecoder extends Decoder {
  private static final int LONGEST_VARINT = 10;
  private static final int LONGEST_INT_VARINT = 5;
  private static final char REPLACEMENT = '\uFFFD';

  private byte[] bytes = new byte[0];
  private ByteBuffer numbers = ByteBuffer.wrap(bytes);
  private int at;

  /** This decoder, at the start of other bytes. */
  BoundedDecoder over(byte[] newBytes, int offset) {
    this.bytes = newBytes;
    this.numbers = ByteBuffer.wrap(newBytes).order(ByteOrder.LITTLE_ENDIAN);
    this.at = offset;
    return this;
  }

  int remaining() {
    return bytes.length - at;
  }

  @Override
  public void readNull() {}

  @Override
  public boolean readBoolean() throws IOException {
    byte value = bytes[take(1)];
    if (value != 0 && value != 1) {
      throw new IOException("a boolean of " + value);
    }
    return value == 1;
  }

  @Override
  public int readInt() throws IOException {
    long value = varint(LONGEST_INT_VARINT);
    if (value != (int) value) {
      throw new IOException("an int of " + value);
    }
    return (int) value;
  }

  @Override
  public long readLong() throws IOException {
    return varint(LONGEST_VARINT);
  }

  @Override
  public float readFloat() throws IOException {
    return numbers.getFloat(take(Float.BYTES));
  }

  @Override
  public double readDouble() throws IOException {
    return numbers.getDouble(take(Double.BYTES));
  }

  @Override
  public String readString() throws IOException {
    int length = length();
    int start = take(length);
    String text = new String(bytes, start, length, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(start, length);
    }
    return text;
  }

  @Override
  public Utf8 readString(@Nullable Utf8 old) throws IOException {
    return new Utf8(readString());
  }

  @Override
  public void skipString() throws IOException {
    take(length());
  }

  @Override
  public ByteBuffer readBytes(@Nullable ByteBuffer old) throws IOException {
    int length = length();
    return ByteBuffer.wrap(bytes, take(length), length);
  }

  @Override
  public void skipBytes() throws IOException {
    take(length());
  }

  @Override
  public void readFixed(byte[] into, int start, int length) throws IOException {
    System.arraycopy(bytes, take(length), into, start, length);
  }

  @Override
  public void skipFixed(int length) throws IOException {
    take(length);
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return count();
  }

  @Override
  public long arrayNext() throws IOException {
    return count();
  }

  @Override
  public long skipArray() throws IOException {
    return skipBlocks();
  }

  @Override
  public long readMapStart() throws IOException {
    return count();
  }

  @Override
  public long mapNext() throws IOException {
    return count();
  }

  @Override
  public long skipMap() throws IOException {
    return skipBlocks();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  private long varint(int longest) throws IOException {
    long raw = 0;
    for (int i = 0; i < longest; i++) {
      byte next = bytes[take(1)];
      raw |= (next & 0x7fL) << (7 * i);
      if (next >= 0) {
        return raw >>> 1 ^ -(raw & 1);
      }
    }
    throw new IOException("a number of more than " + longest + " bytes");
  }

  private int take(int length) throws IOException {
    if (length > bytes.length - at) {
      throw new EOFException(length + " bytes wanted, " + remaining() + " left");
    }
    int start = at;
    at += length;
    return start;
  }

  private int length() throws IOException {
    return bounded(readLong());
  }

  private int bounded(long wanted) throws IOException {
    if (wanted < 0 || wanted > remaining()) {
      throw new EOFException("a length of " + wanted + " with " + remaining() + " bytes left");
    }
    return (int) wanted;
  }

  /** The number of items in the next block, each of which takes a byte or more. */
  private long count() throws IOException {
    long items = readLong();
    if (items < 0) {
      bounded(readLong());
      return bounded(-items);
    }
    return bounded(items);
  }

  /** Skips blocks that say how long they are; then the number of items in one that does not. */
  private long skipBlocks() throws IOException {
    long items = readLong();
    while (items < 0) {
      take(bounded(readLong()));
      items = readLong();
    }
    return bounded(items);
  }

  private void requireUtf8(int start, int length) throws IOException {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, length));
    } catch (CharacterCodingException e) {
      throw new IOException("a text that is no UTF-8", e);
    }
  }
}
