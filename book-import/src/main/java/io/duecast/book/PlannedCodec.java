package io.duecast.book;

import io.duecast.book.row.BookRow;
import io.duecast.book.sort.Codec;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Planned facts on disk: identity, times and rows. */
record PlannedCodec(RowCodec rowCodec) implements Codec<Planned> {
  private static final long PLAN_BYTES = 300;

  @Override
  public void write(Planned plan, DataOutput out) throws IOException {
    out.writeUTF(plan.what().name());
    RowCodec.writeText(plan.id(), out);
    RowCodec.writeText(plan.eventId(), out);
    writeInstant(plan.occurredAt(), out);
    writeInstant(plan.recordedAt(), out);
    out.writeLong(plan.effectiveDay());
    out.writeInt(plan.rows().size());
    for (BookRow row : plan.rows()) {
      rowCodec.write(row, out);
    }
  }

  @Override
  public Planned read(DataInput in) throws IOException {
    What what = What.valueOf(in.readUTF());
    String id = RowCodec.readText(in);
    String eventId = RowCodec.readText(in);
    Instant occurredAt = readInstant(in);
    Instant recordedAt = readInstant(in);
    long effectiveDay = in.readLong();
    int count = in.readInt();
    List<BookRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(rowCodec.read(in));
    }
    return new Planned(what, id, eventId, occurredAt, recordedAt, effectiveDay, rows);
  }

  @Override
  public long weightBytes(Planned plan) {
    long bytes = PLAN_BYTES;
    if (plan.what() == What.SETTLEMENT) {
      return bytes; // its row is mostly the invoice's too
    }
    for (BookRow row : plan.rows()) {
      bytes += rowCodec.weightBytes(row);
    }
    return bytes;
  }

  private static void writeInstant(Instant instant, DataOutput out) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant readInstant(DataInput in) throws IOException {
    long seconds = in.readLong();
    return Instant.ofEpochSecond(seconds, in.readInt());
  }
}
