package io.duecast.trainer.backtest;

import io.duecast.label.Fate;
import io.duecast.label.Label;
import io.duecast.label.Labelling;
import io.duecast.label.Outcome;
import io.duecast.model.HorizonChain;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.RowPlace;
import io.duecast.trainer.data.TrainingRows;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could have been learned from a book on a day: its invoices issued before, as known then, in
 * the order of {@link RowPlace}.
 */
final class BookRows {
  private final BookFold book;
  private final List<ObservedInvoice> inOrder;
  private final Labelling labelling;

  BookRows(BookFold book, Labelling labelling) {
    this.book = book;
    this.inOrder = book.invoices().stream().sorted(Comparator.comparing(BookRows::place)).toList();
    this.labelling = labelling;
  }

  TrainingRows knownOn(LocalDate day) {
    TrainingRows.Builder rows = TrainingRows.builder(Columns.of(book.features()));
    for (ObservedInvoice invoice : inOrder) {
      Outcome outcome = outcome(book, invoice, day);
      if (invoice.issuedOn().isBefore(day) && outcome != null) {
        rows.add(
            invoice.features(),
            invoice.customer(),
            invoice.issuedOn(),
            outcome.dueOn(),
            labels(outcome, day),
            outcome.fate() == Fate.PAID ? outcome.daysPastDue() : null);
      }
    }
    return rows.build();
  }

  private static RowPlace place(ObservedInvoice it) {
    return new RowPlace(it.issuedOn(), it.id(), it.customer());
  }

  private List<Label> labels(Outcome outcome, LocalDate day) {
    return HorizonChain.DAYS.stream()
        .map(horizon -> labelling.label(outcome, day, horizon))
        .toList();
  }

  /** What was known of an invoice when a day began; null if it was not known. */
  static @Nullable Outcome outcome(BookFold book, ObservedInvoice invoice, LocalDate day) {
    return invoice.outcomeBefore(day.atStartOfDay(book.zone()).toInstant());
  }
}
