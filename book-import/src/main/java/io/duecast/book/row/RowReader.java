package io.duecast.book.row;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.mapping.BookSettings;
import io.duecast.book.mapping.Section;
import io.duecast.book.quality.Rule;
import io.duecast.check.RejectedException;
import java.time.LocalDate;
import java.util.List;

/** Reads the rows of one file. */
public final class RowReader {
  private final Binding binding;

  /**
   * @param horizon the last day that the extract can tell of
   */
  public RowReader(Section section, List<String> header, BookSettings book, LocalDate horizon) {
    this.binding = new Binding(section, header, book, horizon);
  }

  public Section section() {
    return binding.section();
  }

  /**
   * What a row says; always the same for the same row.
   *
   * @throws RowRejectedException if it cannot be used
   */
  public BookRow read(CsvRow row) {
    Cells cells = new Cells(binding, row);
    try {
      return switch (binding.section().kind()) {
        case INVOICES -> InvoiceRows.read(cells);
        case PAYMENTS -> PaymentRows.read(cells);
        case CUSTOMERS, CUSTOMER_MONTHS -> CustomerRows.read(cells);
      };
    } catch (RejectedException e) {
      throw new RowRejectedException(Rule.of(e.rejection().reason()), "", e.rejection().detail());
    }
  }
}
