package io.duecast.book.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  private final Path directory;

  CsvTableTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static FileFormat format(String delimiter, Charset charset, @Nullable Character quote) {
    return new FileFormat(
        delimiter,
        charset,
        quote,
        List.of("yyyy-MM-dd"),
        NumberStyle.PLAIN,
        Locale.ENGLISH,
        Set.of());
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("table.csv"), bytes);
  }

  private List<List<String>> rows(byte[] bytes, FileFormat format) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file(bytes), format)) {
      rows.add(table.header());
      while (table.hasNext()) {
        rows.add(table.next().fields());
      }
      assertThat(table.bytesRead()).isEqualTo(table.bytesTotal());
    }
    return rows;
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumnAndDecidesTheCharset() throws IOException {
    String text = "Straße;b\nä;2\n";
    FileFormat latin = format(";", StandardCharsets.ISO_8859_1, '"');
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(rows(("\ufeff" + text).getBytes(charset), latin))
          .as("%s", charset)
          .containsExactly(List.of("Straße", "b"), List.of("ä", "2"));
    }
  }

  @Test
  void withoutAMarkTheFormatSaysTheCharset() throws IOException {
    Charset windows = Charset.forName("windows-1252");
    assertThat(rows("a€;b\nü;2\n".getBytes(windows), format(";", windows, '"')))
        .containsExactly(List.of("a€", "b"), List.of("ü", "2"));
  }

  @Test
  void linesMayEndInEveryWayAndQuotesHoldDelimitersAndNewlines() throws IOException {
    String text = "a,b\r\n\"1,5\",\"two\r\nlines\"\r\n\"say \"\"hi\"\"\",\r3,4";
    assertThat(rows(text.getBytes(StandardCharsets.UTF_8), FileFormat.DEFAULT))
        .containsExactly(
            List.of("a", "b"),
            List.of("1,5", "two\r\nlines"),
            List.of("say \"hi\"", ""),
            List.of("3", "4"));
  }

  @Test
  void quotesWithoutMeaningAreLetters() throws IOException {
    assertThat(
            rows(
                "a\tb\n\"x\t5\" pipe\n".getBytes(StandardCharsets.UTF_8),
                format("\t", StandardCharsets.UTF_8, null)))
        .containsExactly(List.of("a", "b"), List.of("\"x", "5\" pipe"));
  }

  @Test
  void emptyLinesAreNoRowsAndShortAndLongRowsAreHandedOutAsTheyAre() throws IOException {
    assertThat(rows("a,b\n\n1\n1,2,3\n".getBytes(StandardCharsets.UTF_8), FileFormat.DEFAULT))
        .containsExactly(List.of("a", "b"), List.of("1"), List.of("1", "2", "3"));
  }

  @Test
  void aFileThatIsNotThereOrEmptyIsNamed() throws IOException {
    assertThatThrownBy(() -> CsvTable.open(directory.resolve("none.csv"), FileFormat.DEFAULT))
        .isInstanceOf(FileUnreadableException.class)
        .hasMessageContaining("none.csv: no such file");
    Path empty = file(new byte[0]);
    assertThatThrownBy(() -> CsvTable.open(empty, FileFormat.DEFAULT))
        .isInstanceOf(FileUnreadableException.class)
        .hasMessageContaining("a header line is needed");
  }
}
