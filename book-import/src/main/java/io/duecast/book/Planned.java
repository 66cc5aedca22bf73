package io.duecast.book;

import io.duecast.book.row.BookRow;
import java.time.Instant;
import java.util.List;

/**
 * A fact that is sure to come, with its identity and its time; it is built when its turn comes.
 *
 * @param id of the invoice; of the payment where it is one; else empty
 * @param effectiveDay epoch day from which it holds; orders what became known at one instant
 * @param rows that it is told by; one, but for payments of several invoices
 */
record Planned(
    What what,
    String id,
    String eventId,
    Instant occurredAt,
    Instant recordedAt,
    long effectiveDay,
    List<BookRow> rows) {
  /** The order in which the facts became known; written out, as most of the time goes here. */
  static int byRecorded(Planned a, Planned b) {
    int order = a.recordedAt.compareTo(b.recordedAt);
    if (order == 0) {
      order = a.what.compareTo(b.what);
    }
    if (order == 0) {
      order = Long.compare(a.effectiveDay, b.effectiveDay);
    }
    if (order == 0) {
      order = Long.compare(a.sourceRow(), b.sourceRow());
    }
    return order == 0 ? a.eventId.compareTo(b.eventId) : order;
  }

  Planned {
    rows = List.copyOf(rows);
  }

  long sourceRow() {
    return rows.getFirst().csv().number();
  }
}
