package io.duecast.trainer.backtest;

import static io.duecast.check.Check.require;

import io.duecast.customer.CustomerProfile;
import io.duecast.feature.Feature;
import io.duecast.feature.FeatureInput;
import io.duecast.history.PaymentHistory;
import io.duecast.indicator.Indicators;
import io.duecast.label.Fate;
import io.duecast.label.Label;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.label.Outcome;
import io.duecast.model.ModelFile;
import io.duecast.model.ModelManifest;
import io.duecast.model.ModelScorer;
import io.duecast.money.Money;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.Portfolio;
import io.duecast.risk.Prediction;
import io.duecast.risk.ScorerRole;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.chain.ModelTraining;
import io.duecast.trainer.chain.Provenance;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainedModel;
import io.duecast.trainer.data.TrainingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores the later part of a book as it would have been scored: by models trained on what was known
 * when each was released, through the scorer that serves in production, with features as of issue.
 */
public final class Backtest {
  private final BookFold book;
  private final BacktestSettings settings;
  private final BacktestListener listener;

  public Backtest(BookFold book, BacktestSettings settings, BacktestListener listener) {
    this.book = book;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Runs it.
   *
   * @throws TooLittleDataException if too little was known on the first day of the test
   * @throws IllegalArgumentException if there is nothing to test on
   */
  public BacktestResult run() throws TooLittleDataException {
    LocalDate asOf = settings.asOf() == null ? book.endsOn() : settings.asOf();
    List<ObservedInvoice> issued =
        book.invoices().stream().filter(it -> it.issuedOn().isBefore(asOf)).toList();
    require(!issued.isEmpty(), "no invoice was issued before %s", asOf);
    LocalDate from = settings.split().firstTestDay(issued);
    List<ObservedInvoice> tested =
        issued.stream().filter(it -> !it.issuedOn().isBefore(from)).toList();
    require(!tested.isEmpty(), "no invoice was issued from %s on and before %s", from, asOf);
    List<Release> releases = new ArrayList<>();
    List<LocalDate> days = settings.retrain().releases(from, asOf);
    BookRows rows = new BookRows(book, new Labelling(settings.policy(), Cohort.KNOWN));
    TrainingRows known = rows.knownOn(from);
    for (LocalDate day : days) {
      releases.add(release(day.equals(from) ? known : rows.knownOn(day), day));
    }
    listener.progressed("training what it is compared with", 0, 1);
    List<List<Double>> others = new Simpler(known, settings.seed()).say(tested);
    listener.progressed("training what it is compared with", 1, 1);
    return new BacktestResult(
        book, from, asOf, settings, releases, score(tested, releases, others, asOf));
  }

  private Release release(TrainingRows rows, LocalDate day) throws TooLittleDataException {
    Provenance provenance =
        new Provenance(
            book.features().fingerprint(),
            new ModelManifest.Label(Labelling.DEFINITION, settings.policy().graceDays()),
            day,
            Map.of(),
            settings.seed(),
            day.atStartOfDay(book.zone()).toInstant());
    TrainedModel trained =
        new ModelTraining(settings.training())
            .train(
                rows,
                provenance,
                (stage, done, of) ->
                    listener.progressed("model of %s: %s".formatted(day, stage.title()), done, of));
    return new Release(
        day, ModelFile.id(ModelFile.write(trained.model())), trained.model(), trained.report());
  }

  private List<PredictionRow> score(
      List<ObservedInvoice> tested,
      List<Release> releases,
      List<List<Double>> others,
      LocalDate asOf) {
    List<ModelScorer> scorers =
        releases.stream()
            .map(it -> new ModelScorer(it.id(), ScorerRole.CHAMPION, it.model()))
            .toList();
    List<PredictionRow> rows = new ArrayList<>();
    for (int i = 0; i < tested.size(); i++) {
      ObservedInvoice invoice = tested.get(i);
      ModelScorer scorer = scorers.get(live(releases, invoice.issuedOn()));
      rows.add(row(invoice, scorer, others.get(i), asOf));
      if (i % 1000 == 0 || i == tested.size() - 1) {
        listener.progressed("scoring", i + 1L, tested.size());
      }
    }
    return rows;
  }

  private static int live(List<Release> releases, LocalDate day) {
    int live = 0;
    while (live + 1 < releases.size() && !releases.get(live + 1).on().isAfter(day)) {
      live++;
    }
    return live;
  }

  private PredictionRow row(
      ObservedInvoice invoice, ModelScorer scorer, List<Double> others, LocalDate asOf) {
    Prediction said = scorer.predict(input(invoice), invoice.features(), Portfolio.UNKNOWN);
    AgingProbabilities buckets = said.byBucket();
    Outcome outcome = BookRows.outcome(book, invoice, asOf);
    Outcome paid = outcome != null && outcome.fate() == Fate.PAID ? outcome : null;
    Money payable = invoice.invoice().payable();
    return new PredictionRow(
        invoice.invoice().sourceRow(),
        invoice.id().value(),
        invoice.customer().value(),
        invoice.issuedOn(),
        invoice.dueOn(),
        payable == null ? null : payable.amount(),
        said.probabilityLate(),
        List.of(
            buckets.onTime(),
            buckets.days1To30(),
            buckets.days31To60(),
            buckets.days61To90(),
            buckets.daysOver90()),
        said.expectedPayment().on(),
        said.expectedPayment().earliest(),
        said.expectedPayment().latest(),
        late(outcome, asOf),
        paid == null ? null : paid.daysPastDue(),
        paid == null ? null : paid.dueOn().plusDays(paid.daysPastDue()),
        scorer.modelId(),
        history(invoice),
        others);
  }

  private @Nullable Boolean late(@Nullable Outcome outcome, LocalDate asOf) {
    Label label =
        outcome == null
            ? Label.CENSORED
            : new Labelling(settings.policy(), Cohort.MATURED).label(outcome, asOf, 0);
    return label.isKnown() ? label == Label.LATE : null;
  }

  private static PredictionRow.History history(ObservedInvoice invoice) {
    List<Integer> past = invoice.pastDaysPastDue().stream().sorted().toList();
    double mean = invoice.features().number(Feature.MEAN_DAYS_PAST_DUE);
    int segment = invoice.features().set().keys().indexOf(Feature.SEGMENT.key());
    String word = invoice.features().category(segment);
    return new PredictionRow.History(
        (int) invoice.features().number(Feature.PRIOR_SETTLED),
        word == null ? "" : word,
        Double.isNaN(mean) ? null : mean,
        past.isEmpty() ? null : past.get((int) Math.round(0.1 * (past.size() - 1))),
        past.isEmpty() ? null : past.get((int) Math.round(0.9 * (past.size() - 1))));
  }

  /** The scorer reads the features, and of the rest only the invoice and the day. */
  private FeatureInput input(ObservedInvoice invoice) {
    return new FeatureInput(
        invoice.invoice(),
        PaymentHistory.NONE,
        CustomerProfile.UNKNOWN,
        Indicators.NONE,
        settings.policy(),
        invoice.knownOn(),
        invoice.knownOn().atStartOfDay(book.zone()).toInstant());
  }
}
