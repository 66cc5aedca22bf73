package io.duecast.book.quality;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.duecast.book.csv.CsvRow;
import io.duecast.book.csv.FileFormat;
import io.duecast.book.mapping.SectionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows of one file, kept as they were, with the reason in columns of its own: once
 * corrected, the file can be imported with the same mapping. It is made with the first reject.
 */
public final class Rejects implements AutoCloseable {
  private static final List<String> REASON_COLUMNS =
      List.of("rejected_row", "rejected_rule", "rejected_column", "rejected_value");

  private final @Nullable Path file;
  private final FileFormat format;
  private final List<String> header;
  private @Nullable CsvWriter writer;

  private Rejects(@Nullable Path file, FileFormat format, List<String> header) {
    this.file = file;
    this.format = format;
    this.header = header;
  }

  /**
   * The rejects of a section.
   *
   * @param base {@code rejects.csv} makes {@code rejects-invoices.csv}; null keeps none
   */
  public static Rejects of(
      @Nullable Path base, SectionKind section, FileFormat format, List<String> header) {
    return new Rejects(base == null ? null : fileOf(base, section), format, header);
  }

  /** The file of a section's rejects. */
  public static Path fileOf(Path base, SectionKind section) {
    String name = base.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String ending = dot > 0 ? name.substring(dot) : ".csv";
    return base.resolveSibling(stem + "-" + section.key() + ending);
  }

  public void add(CsvRow row, Breach breach) {
    if (file == null) {
      return;
    }
    if (writer == null) {
      writer = open(file);
      write(writer, header, REASON_COLUMNS);
    }
    List<String> reason =
        List.of(Long.toString(row.number()), breach.rule().name(), breach.column(), breach.value());
    write(writer, padded(row.fields()), reason);
  }

  /** Short rows get empty columns, so that the reason stands in its own. */
  private List<String> padded(List<String> fields) {
    List<String> padded = new ArrayList<>(fields);
    while (padded.size() < header.size()) {
      padded.add("");
    }
    return padded;
  }

  private static void write(CsvWriter writer, List<String> fields, List<String> reason) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(reason);
    writer.writeRecord(all);
  }

  private CsvWriter open(Path path) {
    try {
      if (path.getParent() != null) {
        Files.createDirectories(path.getParent());
      }
      var text = Files.newBufferedWriter(path, format.charset());
      char quote = format.quote() == null ? '"' : format.quote();
      return CsvWriter.builder()
          .fieldSeparator(format.delimiter().charAt(0))
          .quoteCharacter(quote)
          .build(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
