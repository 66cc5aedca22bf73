package io.duecast.book.row;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Breach;
import java.util.Comparator;
import java.util.List;

/**
 * A row of an extract, read.
 *
 * @param notes what is odd about it and yet accepted
 */
public record BookRow(
    SectionKind kind, CsvRow csv, SortKey key, Content content, List<Breach> notes) {
  /** Customer by customer, each with what is known of it, its invoices, its payments. */
  public static final Comparator<BookRow> BY_CUSTOMER =
      Comparator.comparing(BookRow::key)
          .thenComparing((a, b) -> a.csv.compareContent(b.csv))
          .thenComparingLong(row -> row.csv.number());
}
