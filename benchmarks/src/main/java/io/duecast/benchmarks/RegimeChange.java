package io.duecast.benchmarks;

import io.duecast.feature.DeclaredFeature;
import io.duecast.feature.DeclaredFeature.Source;
import io.duecast.feature.FeatureSet;
import io.duecast.label.Fate;
import io.duecast.label.Label;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.label.Outcome;
import io.duecast.model.ModelManifest;
import io.duecast.model.ModelScorer;
import io.duecast.model.RiskModel;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Fact;
import io.duecast.risk.ScorerRole;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Downturn;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.chain.ModelTraining;
import io.duecast.trainer.chain.Provenance;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainingListener;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.quality.Metrics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Learning a new behaviour: in a simulated economy customers begin to pay as their opposites would,
 * and what learns every month is compared with who knows the new behaviour from another economy of
 * the same kind, and with who never learns again.
 */
final class RegimeChange {
  private static final LabelPolicy POLICY = LabelPolicy.DEFAULT;
  private static final double NEAR = 1.05;
  private static final FeatureSet FEATURES =
      FeatureSet.with(
          List.of(
              new DeclaredFeature("kind", Source.INVOICE, true),
              new DeclaredFeature("positions", Source.INVOICE, false),
              new DeclaredFeature("employees", Source.CUSTOMER, false)));

  private final int customers;
  private final int daysBefore;
  private final int daysAfter;
  private final long seed;
  private final TrainingSettings training;

  RegimeChange(int customers, int daysBefore, int daysAfter, long seed, TrainingSettings training) {
    this.customers = customers;
    this.daysBefore = daysBefore;
    this.daysAfter = daysAfter;
    this.seed = seed;
    this.training = training;
  }

  /**
   * The invoices of a month, by models trained on what was known on its first day.
   *
   * @param first its first day
   * @param invoices issued in it, with a matured label in the end
   * @param labels of invoices of the new behaviour that were known on its first day
   * @param learning Brier score of the model that learns every month
   * @param neverAgain of the one that was trained before customers turned
   * @param oracle of the one that was trained on the new behaviour alone
   */
  record Month(
      LocalDate first,
      int invoices,
      double lateShare,
      long labels,
      double learning,
      double neverAgain,
      double oracle) {
    double ratio() {
      return learning / oracle;
    }
  }

  /**
   * The labels known in the first month from which on it stays within 5 %; empty if it does not.
   */
  static OptionalLong labelsUntilNear(List<Month> months) {
    OptionalLong labels = OptionalLong.empty();
    for (Month month : months) {
      if (month.ratio() > NEAR || month.labels() == 0) {
        labels = OptionalLong.empty();
      } else if (labels.isEmpty()) {
        labels = OptionalLong.of(month.labels());
      }
    }
    return labels;
  }

  /** The months from that on in which customers turn. */
  List<Month> measure(Consumer<Month> listener) throws TooLittleDataException {
    LocalDate turn = EconomySettings.demo().start().plusDays(daysBefore);
    LocalDate frozenOn = turn.withDayOfMonth(1);
    BookFold book = book(seed, turn);
    BookFold another = book(seed + 1, turn);
    RiskModel oracle = train(rows(another, turn, another.endsOn()), another.endsOn());
    RiskModel frozen = train(rows(book, LocalDate.MIN, frozenOn), frozenOn);
    List<Month> months = new ArrayList<>();
    for (Map.Entry<LocalDate, List<ObservedInvoice>> month : months(book).entrySet()) {
      LocalDate first = month.getKey();
      if (!first.isBefore(frozenOn)) {
        List<ObservedInvoice> invoices = month.getValue();
        BitSet late = late(book, invoices);
        RiskModel learning = train(rows(book, LocalDate.MIN, first), first);
        months.add(
            new Month(
                first,
                invoices.size(),
                (double) late.cardinality() / invoices.size(),
                labels(book, turn, first),
                brier(learning, invoices, late),
                brier(frozen, invoices, late),
                brier(oracle, invoices, late)));
        listener.accept(months.getLast());
      }
    }
    return months;
  }

  private BookFold book(long itsSeed, LocalDate turn) {
    EconomySettings settings =
        EconomySettings.demo()
            .withSeed(itsSeed)
            .withCustomers(customers)
            .withDays(daysBefore + daysAfter)
            .withDownturn(Downturn.NONE)
            .withTurnsOn(turn);
    List<Fact> facts =
        Economy.of(settings, Arrival.Order.AS_RECORDED).stream()
            .filter(Arrival.OfFact.class::isInstance)
            .map(it -> ((Arrival.OfFact) it).event())
            .toList();
    return BookFold.of(facts.iterator(), FEATURES, ZoneOffset.UTC, POLICY);
  }

  /** By the first day of the month of issue; those whose outcome is not known are left out. */
  private static Map<LocalDate, List<ObservedInvoice>> months(BookFold book) {
    return book.invoices().stream()
        .filter(it -> label(book, it, book.endsOn(), Cohort.MATURED).isKnown())
        .collect(
            Collectors.groupingBy(
                it -> it.issuedOn().withDayOfMonth(1), TreeMap::new, Collectors.toList()));
  }

  /** What was known on a day of invoices that fell due from another day on. */
  private static TrainingRows rows(BookFold book, LocalDate dueFrom, LocalDate on) {
    TrainingRows.Builder rows = TrainingRows.builder(Columns.of(book.features()));
    Labelling rule = new Labelling(POLICY, Cohort.KNOWN);
    for (ObservedInvoice invoice : book.invoices()) {
      Outcome outcome = invoice.outcomeBefore(on.atStartOfDay(book.zone()).toInstant());
      if (outcome != null
          && invoice.issuedOn().isBefore(on)
          && !invoice.dueOn().isBefore(dueFrom)) {
        rows.add(
            invoice.features(),
            invoice.customer(),
            invoice.issuedOn(),
            outcome.dueOn(),
            rule.labels(outcome, on).stream().map(it -> it.label()).toList(),
            outcome.fate() == Fate.PAID ? outcome.daysPastDue() : null);
      }
    }
    return rows.build();
  }

  private static long labels(BookFold book, LocalDate dueFrom, LocalDate knownOn) {
    return book.invoices().stream()
        .filter(it -> it.issuedOn().isBefore(knownOn) && !it.dueOn().isBefore(dueFrom))
        .filter(it -> label(book, it, knownOn, Cohort.KNOWN).isKnown())
        .count();
  }

  private static Label label(BookFold book, ObservedInvoice it, LocalDate on, Cohort cohort) {
    Outcome outcome = it.outcomeBefore(on.atStartOfDay(book.zone()).toInstant());
    return outcome == null ? Label.CENSORED : new Labelling(POLICY, cohort).label(outcome, on, 0);
  }

  private static BitSet late(BookFold book, List<ObservedInvoice> invoices) {
    BitSet late = new BitSet();
    for (int i = 0; i < invoices.size(); i++) {
      late.set(i, label(book, invoices.get(i), book.endsOn(), Cohort.MATURED) == Label.LATE);
    }
    return late;
  }

  private RiskModel train(TrainingRows rows, LocalDate knownOn) throws TooLittleDataException {
    Provenance provenance =
        new Provenance(
            FEATURES.fingerprint(),
            new ModelManifest.Label(Labelling.DEFINITION, POLICY.graceDays()),
            knownOn,
            Map.of(),
            seed,
            Instant.EPOCH);
    return new ModelTraining(training).train(rows, provenance, TrainingListener.NONE).model();
  }

  private static double brier(RiskModel model, List<ObservedInvoice> invoices, BitSet late) {
    ModelScorer scorer = new ModelScorer("measured", ScorerRole.CHAMPION, model);
    double[] said =
        invoices.stream()
            .mapToDouble(it -> model.chain().curve(scorer.row(it.features())).probabilityLate())
            .toArray();
    return Metrics.of(said, late).brier();
  }
}
