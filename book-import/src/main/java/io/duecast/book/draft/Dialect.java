package io.duecast.book.draft;

import io.duecast.book.csv.ByteOrderMark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a file seems to be written, from its first bytes.
 *
 * @param why what speaks for the character set
 */
record Dialect(String delimiter, Charset charset, String why) {
  private static final int SAMPLE_BYTES = 1 << 18;
  private static final List<String> DELIMITERS = List.of(";", "\t", "|", ",");

  static Dialect of(Path file) {
    byte[] sample = sample(file);
    Charset marked = ByteOrderMark.of(sample).charset();
    Charset charset = marked;
    String why = "the file begins with its mark";
    if (charset == null && isUtf8(sample)) {
      charset = StandardCharsets.UTF_8;
      why = "the first bytes are valid UTF-8";
    } else if (charset == null) {
      charset = Charset.forName("windows-1252");
      why = "the first bytes are no valid UTF-8; check the accents";
    }
    return new Dialect(delimiter(new String(sample, charset)), charset, why);
  }

  private static byte[] sample(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A character cut off at the sample's end is no fault. */
  private static boolean isUtf8(byte[] sample) {
    for (int cut = 0; cut < 4 && cut <= sample.length; cut++) {
      try {
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(sample, 0, sample.length - cut));
        return true;
      } catch (CharacterCodingException e) {
        if (sample.length < SAMPLE_BYTES) {
          return false;
        }
      }
    }
    return false;
  }

  /** The one that stands most often in the header, outside quotes. */
  private static String delimiter(String text) {
    String header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    String best = ",";
    int most = 0;
    for (String delimiter : DELIMITERS) {
      int count = header.length() - header.replace(delimiter, "").length();
      if (count > most) {
        most = count;
        best = delimiter;
      }
    }
    return best;
  }
}
