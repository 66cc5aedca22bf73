package io.duecast.book.row;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Breach;
import java.util.List;

/**
 * A row of an extract, read.
 *
 * @param notes what is odd about it and yet accepted
 */
public record BookRow(
    SectionKind kind, CsvRow csv, SortKey key, Content content, List<Breach> notes) {
  /** Customer by customer, each with what is known of it, its invoices, its payments. */
  public static int byCustomer(BookRow a, BookRow b) {
    int order = a.key.compareTo(b.key);
    if (order == 0) {
      order = a.csv.compareContent(b.csv);
    }
    return order == 0 ? Long.compare(a.csv.number(), b.csv.number()) : order;
  }
}
