package io.duecast.book.csv;

import java.util.Arrays;
import java.util.List;

/** One row as it stands in the file, with its number: 1 is the first after the header. */
public final class CsvRow {
  private final long number;
  private final String[] fields;

  public CsvRow(long number, String[] fields) {
    this.number = number;
    this.fields = fields;
  }

  public long number() {
    return number;
  }

  public String field(int column) {
    return fields[column];
  }

  public int size() {
    return fields.length;
  }

  public List<String> fields() {
    return List.of(fields);
  }

  /** True if every column is equal; the row numbers may differ. */
  public boolean sameContent(CsvRow other) {
    return Arrays.equals(fields, other.fields);
  }

  /** By content, column for column. */
  public int compareContent(CsvRow other) {
    return Arrays.compare(fields, other.fields);
  }

  /** Roughly what the row takes on the heap. */
  public long weightBytes() {
    long bytes = 48 + 4L * fields.length;
    for (String field : fields) {
      bytes += 56 + field.length();
    }
    return bytes;
  }
}
