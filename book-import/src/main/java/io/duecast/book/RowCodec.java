package io.duecast.book;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.row.BookRow;
import io.duecast.book.row.RowReader;
import io.duecast.book.sort.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Rows on disk: as they stand in the file; they are read anew when they come back. */
record RowCodec(Map<SectionKind, RowReader> readers) implements Codec<BookRow> {
  private static final long READ_ROW_BYTES = 900;

  @Override
  public void write(BookRow row, DataOutput out) throws IOException {
    out.writeUTF(row.kind().name());
    out.writeLong(row.csv().number());
    out.writeInt(row.csv().size());
    for (int i = 0; i < row.csv().size(); i++) {
      writeText(row.csv().field(i), out);
    }
  }

  @Override
  public BookRow read(DataInput in) throws IOException {
    SectionKind kind = SectionKind.valueOf(in.readUTF());
    long number = in.readLong();
    String[] fields = new String[in.readInt()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = readText(in);
    }
    return Objects.requireNonNull(readers.get(kind)).read(new CsvRow(number, fields));
  }

  @Override
  public long weightBytes(BookRow row) {
    return READ_ROW_BYTES + row.csv().weightBytes();
  }

  static void writeText(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
