package io.duecast.book.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A file with a header and rows, read once from top to bottom. */
public final class CsvTable implements Iterator<CsvRow>, AutoCloseable {
  /** A character that no text has: what the reader takes for a quote where quotes mean nothing. */
  private static final char NO_QUOTE = '\uffff';

  private final Path file;
  private final CountingStream bytes;
  private final long totalBytes;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;
  private long rows;

  private CsvTable(Path file, FileFormat format) throws IOException {
    this.file = file;
    this.totalBytes = Files.size(file);
    this.bytes = new CountingStream(Files.newInputStream(file));
    ByteOrderMark.Opened opened = ByteOrderMark.open(bytes);
    Charset marked = opened.charset();
    Charset charset = marked == null ? format.charset() : marked;
    var text = new BufferedReader(new InputStreamReader(opened.stream(), charset), 1 << 16);
    this.records = reader(text, format).iterator();
    this.header = readHeader();
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws FileUnreadableException if there is no such file, or no header in it
   */
  public static CsvTable open(Path file, FileFormat format) {
    if (!Files.isRegularFile(file)) {
      throw new FileUnreadableException(file, "no such file (looked in " + file.getParent() + ")");
    }
    try {
      return new CsvTable(file, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path file() {
    return file;
  }

  /** The column names, trimmed. */
  public List<String> header() {
    return header;
  }

  public long bytesRead() {
    return bytes.bytes();
  }

  public long bytesTotal() {
    return totalBytes;
  }

  /** Rows read so far, without the header. */
  public long rows() {
    return rows;
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException e) {
      throw unreadable(e);
    }
  }

  @Override
  public CsvRow next() {
    CsvRecord next = records.next();
    rows++;
    return new CsvRow(rows, next.getFields().toArray(String[]::new));
  }

  private List<String> readHeader() {
    try {
      if (!records.hasNext()) {
        throw new FileUnreadableException(file, "the file is empty; a header line is needed");
      }
      return records.next().getFields().stream().map(String::strip).toList();
    } catch (CsvParseException e) {
      throw unreadable(e);
    }
  }

  private FileUnreadableException unreadable(CsvParseException e) {
    return new FileUnreadableException(
        file,
        "row %d cannot be read: %s; if quotes have no meaning in this file, say 'quote: none'"
            .formatted(rows + 1, e.getMessage()),
        e);
  }

  private static CsvReader<CsvRecord> reader(BufferedReader text, FileFormat format) {
    return CsvReader.builder()
        .fieldSeparator(format.delimiter())
        .quoteCharacter(format.quote() == null ? NO_QUOTE : format.quote())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .build(CsvRecordHandler.of(), text);
  }

  @Override
  public void close() {
    try {
      records.close();
      bytes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
