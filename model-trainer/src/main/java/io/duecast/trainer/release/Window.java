package io.duecast.trainer.release;

import io.duecast.feature.Feature;
import io.duecast.label.Label;
import io.duecast.label.Labelling;
import io.duecast.model.Horizon;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.log.LabelledBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The latest invoices of a book, on which nobody was trained who is compared: issued since a day,
 * and matured, so that those that were paid early do not come into it before the others.
 *
 * @param book where they are from
 * @param since the first day of issue
 * @param rows their places in the book
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement
record Window(LabelledBook book, LocalDate since, int[] rows) {
  private static final double SHARE = 0.2;

  /** Of a small book more is kept back, up to a half: a fifth would prove nothing. */
  private static final int WORTH_JUDGING = 300;

  /** What a customer's own late ratio is shrunk by: as if so many invoices were like all others. */
  private static final double PRIOR_INVOICES = 10;

  /**
   * The last fifth of the matured invoices, more of a small book, or what the champion has not
   * learned from, whichever is shorter.
   *
   * @param unseenSince no invoice issued before it proves anything
   */
  static Window of(
      LabelledBook book, LabelPolicy policy, LocalDate knownOn, LocalDate unseenSince) {
    TrainingRows all = book.rows();
    int[] matured = matured(book, policy, knownOn);
    if (matured.length == 0) {
      return new Window(book, knownOn, matured);
    }
    int wanted = Math.max((int) (matured.length * SHARE), WORTH_JUDGING);
    int kept = Math.min(wanted, matured.length / 2);
    LocalDate since = all.issuedOn(matured[matured.length - Math.max(1, kept)]);
    LocalDate from = unseenSince.isAfter(since) ? unseenSince : since;
    return new Window(
        book,
        from,
        IntStream.of(matured).filter(row -> !all.issuedOn(row).isBefore(from)).toArray());
  }

  /** The matured invoices that a model has scored when they were issued. */
  static Window servedBy(String modelId, LabelledBook book, LabelPolicy policy, LocalDate knownOn) {
    int[] rows =
        IntStream.of(matured(book, policy, knownOn))
            .filter(row -> book.served(row).modelId().equals(modelId))
            .toArray();
    LocalDate since = rows.length == 0 ? knownOn : book.rows().issuedOn(rows[0]);
    return new Window(book, since, rows);
  }

  private static int[] matured(LabelledBook book, LabelPolicy policy, LocalDate knownOn) {
    Labelling rule = new Labelling(policy, Labelling.Cohort.MATURED);
    return IntStream.range(0, book.rows().rows())
        .filter(row -> book.rows().label(row, 0).isKnown())
        .filter(row -> !rule.ripensOn(book.served(row).dueOn(), 0).isAfter(knownOn))
        .toArray();
  }

  /**
   * What is there to learn from before it.
   *
   * @param from the first day of issue
   */
  TrainingRows before(LocalDate from) {
    TrainingRows all = book.rows();
    return all.select(
        row -> all.issuedOn(row).isBefore(since) && !all.issuedOn(row).isBefore(from));
  }

  /** What candidate, champion and rule say of it. */
  Contest contest(Horizon candidate, @Nullable Horizon champion) {
    Dataset data = book.rows().data().rows(rows);
    return contest(
        data,
        ScoredRows.probabilities(candidate, data),
        champion == null ? new double[0] : ScoredRows.probabilities(champion, data));
  }

  /** What was said of it when it was issued, and what the rule says. */
  Contest served() {
    double[] said =
        IntStream.of(rows).mapToDouble(row -> book.served(row).probabilityLate()).toArray();
    return contest(book.rows().data().rows(rows), said, new double[0]);
  }

  private Contest contest(Dataset data, double[] candidate, double[] champion) {
    TrainingRows all = book.rows();
    BitSet late = new BitSet();
    List<String> customers = new ArrayList<>();
    List<@Nullable String> segments = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      late.set(i, all.label(rows[i], 0) == Label.LATE);
      customers.add(all.customer(rows[i]).value());
      segments.add(book.served(rows[i]).segment());
    }
    double prior = prior();
    return new Contest(late, customers, segments, candidate, champion, rule(data, prior), prior);
  }

  /** The share of late ones before the window, as if one more of either were known. */
  private double prior() {
    TrainingRows before = before(LocalDate.MIN);
    int[] known = before.learnable(0);
    return (before.late(known, 0).cardinality() + 1.0) / (known.length + 2.0);
  }

  /** The customer's own late ratio, shrunk to that of all invoices before the window. */
  private static double[] rule(Dataset data, double all) {
    int ratio = data.columns().indexOf(Feature.PRIOR_LATE_RATIO.key());
    int settled = data.columns().indexOf(Feature.PRIOR_SETTLED.key());
    return IntStream.range(0, data.rows())
        .mapToDouble(
            row -> {
              double own = data.number(ratio, row);
              double paid = data.number(settled, row);
              return Double.isNaN(own) || Double.isNaN(paid)
                  ? all
                  : (own * paid + all * PRIOR_INVOICES) / (paid + PRIOR_INVOICES);
            })
        .toArray();
  }
}
