package io.duecast.book;

import io.duecast.book.row.BookRow;
import java.time.Instant;
import java.util.Comparator;
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
  /** The order in which the facts became known. */
  static final Comparator<Planned> BY_RECORDED =
      Comparator.comparing(Planned::recordedAt)
          .thenComparing(Planned::what)
          .thenComparingLong(Planned::effectiveDay)
          .thenComparingLong(Planned::sourceRow)
          .thenComparing(Planned::eventId);

  Planned {
    rows = List.copyOf(rows);
  }

  long sourceRow() {
    return rows.getFirst().csv().number();
  }
}
