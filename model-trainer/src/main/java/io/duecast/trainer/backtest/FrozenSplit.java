package io.duecast.trainer.backtest;

import io.duecast.label.Label;
import io.duecast.label.Labelling;
import io.duecast.label.Outcome;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.LabelledRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A book parted in time: trained on what was issued before a day, labelled as known when that day
 * began; tested on what was issued from then on and due before the last day, labelled as known when
 * that one began. Features are as of issue on both sides.
 *
 * @param from the first day of the test
 * @param asOf nothing of this day or later is known
 */
public record FrozenSplit(BookFold book, Labelling labelling, LocalDate from, LocalDate asOf) {

  /** The rows to train a horizon on. */
  public LabelledRows training(int horizonDays) {
    return rows(it -> it.issuedOn().isBefore(from), from, horizonDays);
  }

  /** The rows to train the next link of a chain on: those that were late for the one before. */
  public LabelledRows trainingAfter(int horizonBefore, int horizonDays) {
    return rows(
        it -> it.issuedOn().isBefore(from) && label(it, from, horizonBefore) == Label.LATE,
        from,
        horizonDays);
  }

  /** The rows to test a horizon on. */
  public LabelledRows test(int horizonDays) {
    return rows(this::isTested, asOf, horizonDays);
  }

  /** What the rule without a model says of the rows of the test. */
  public double[] baseline(int horizonDays) {
    List<Double> said = new ArrayList<>();
    for (ObservedInvoice invoice : book.invoices()) {
      if (isTested(invoice) && label(invoice, asOf, horizonDays).isKnown()) {
        said.add(invoice.baseline());
      }
    }
    return said.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean isTested(ObservedInvoice invoice) {
    return !invoice.issuedOn().isBefore(from) && invoice.dueOn().isBefore(asOf);
  }

  private LabelledRows rows(Predicate<ObservedInvoice> chosen, LocalDate on, int horizonDays) {
    Dataset.Builder data = Dataset.builder(Columns.of(book.features()));
    BitSet late = new BitSet();
    int rows = 0;
    int censored = 0;
    int excluded = 0;
    for (ObservedInvoice invoice : book.invoices()) {
      if (!chosen.test(invoice)) {
        continue;
      }
      Label label = label(invoice, on, horizonDays);
      if (label.isKnown()) {
        data.add(invoice.features());
        late.set(rows++, label == Label.LATE);
      } else if (label == Label.CENSORED) {
        censored++;
      } else {
        excluded++;
      }
    }
    return new LabelledRows(data.build(), late, censored, excluded);
  }

  private Label label(ObservedInvoice invoice, LocalDate on, int horizonDays) {
    Outcome outcome = invoice.outcomeBefore(on.atStartOfDay(book.zone()).toInstant());
    return outcome == null ? Label.CENSORED : labelling.label(outcome, on, horizonDays);
  }
}
