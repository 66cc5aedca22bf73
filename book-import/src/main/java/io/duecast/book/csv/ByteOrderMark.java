package io.duecast.book.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a file, if they say in which character set it is written.
 *
 * @param charset null if there is no mark
 * @param length bytes of the mark
 */
public record ByteOrderMark(@Nullable Charset charset, int length) {
  private static final int LONGEST = 3;

  /** The mark at the start of these bytes. */
  public static ByteOrderMark of(byte[] start) {
    if (starts(start, 0xEF, 0xBB, 0xBF)) {
      return new ByteOrderMark(StandardCharsets.UTF_8, 3);
    }
    if (starts(start, 0xFE, 0xFF)) {
      return new ByteOrderMark(StandardCharsets.UTF_16BE, 2);
    }
    if (starts(start, 0xFF, 0xFE)) {
      return new ByteOrderMark(StandardCharsets.UTF_16LE, 2);
    }
    return new ByteOrderMark(null, 0);
  }

  /** A file's text behind its mark, if it has one. */
  static Opened open(InputStream file) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(file, LONGEST);
    byte[] start = stream.readNBytes(LONGEST);
    ByteOrderMark mark = of(start);
    stream.unread(start, mark.length(), start.length - mark.length());
    return new Opened(stream, mark.charset());
  }

  /** A stream that stands behind the mark. */
  record Opened(InputStream stream, @Nullable Charset charset) {}

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
