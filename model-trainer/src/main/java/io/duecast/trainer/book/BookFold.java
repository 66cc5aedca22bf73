package io.duecast.trainer.book;

import io.duecast.book.Book;
import io.duecast.book.HistoricalEvent;
import io.duecast.book.ImportListener;
import io.duecast.book.ReadSettings;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.quality.QualityReport;
import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureSet;
import io.duecast.feature.FeatureVector;
import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.BandLimits;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.Portfolio;
import io.duecast.risk.Prediction;
import io.duecast.risk.RiskDesk;
import io.duecast.risk.Scorer;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A book folded by the domain's rules, in the order in which its facts became known, without Kafka:
 * what a backtest is made from.
 *
 * @param features those served, with all that the mapping declares
 * @param zone in which days begin
 * @param endsOn the day of the extract, if it says so; else the day after the last fact
 * @param quality what was found in the files
 * @param invoices in the order in which they became known
 */
public record BookFold(
    FeatureSet features,
    ZoneId zone,
    LocalDate endsOn,
    QualityReport quality,
    List<ObservedInvoice> invoices) {
  public BookFold {
    invoices = List.copyOf(invoices);
  }

  /**
   * Reads and folds a book.
   *
   * @param mapping what its files mean
   * @param sources its files
   * @param ingestedAt nothing in it is later
   */
  public static BookFold of(
      Mapping mapping,
      Sources sources,
      LabelPolicy policy,
      Instant ingestedAt,
      ImportListener listener) {
    FeatureSet features = FeatureSet.with(mapping.declaredFeatures());
    Fold fold = new Fold(features, mapping.book().zone(), policy);
    LocalDate last = LocalDate.MIN;
    ReadSettings settings = ReadSettings.ingestedAt(ingestedAt);
    try (Book book = Book.read(mapping, sources, settings, listener)) {
      while (book.hasNext()) {
        if (book.next() instanceof HistoricalEvent.OfFact it) {
          fold.hear(it.fact());
          last = LocalDate.ofInstant(it.recordedAt(), mapping.book().zone());
        }
      }
      LocalDate said = mapping.book().asOf();
      LocalDate endsOn = said == null ? last.plusDays(1) : said;
      return new BookFold(features, mapping.book().zone(), endsOn, book.quality(), fold.seen.all());
    }
  }

  /**
   * Folds facts that come from no file.
   *
   * @param facts in the order in which they became known
   */
  public static BookFold of(
      Iterator<Fact> facts, FeatureSet features, ZoneId zone, LabelPolicy policy) {
    Fold fold = new Fold(features, zone, policy);
    LocalDate last = LocalDate.MIN;
    while (facts.hasNext()) {
      Fact fact = facts.next();
      fold.hear(fact);
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), zone);
      last = on.isAfter(last) ? on : last;
    }
    QualityReport none = new QualityReport("facts", List.of());
    return new BookFold(features, zone, last.plusDays(1), none, fold.seen.all());
  }

  /** The ledger and the desk, fact by fact. */
  private static final class Fold {
    private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    private final RiskDesk desk;
    private final Observations seen;

    Fold(FeatureSet features, ZoneId zone, LabelPolicy policy) {
      Capturing scorer = new Capturing();
      desk =
          new RiskDesk(
              new InMemoryFiles(),
              new DeskSettings(policy, BandLimits.DEFAULT, features, zone),
              scorer,
              Indicators.NONE);
      seen = new Observations(scorer);
    }

    void hear(Fact fact) {
      if (fact instanceof CustomerUpdated update) {
        desk.after(update);
        return;
      }
      for (Conclusion conclusion : desk.after(fact.customer(), ledger.after(fact).entries())) {
        switch (conclusion) {
          case Conclusion.Changed it -> seen.changed(it.change());
          case Conclusion.Assessed it -> seen.assessed();
          case Conclusion.Referred it -> {}
        }
      }
    }
  }

  /** The rule without a model; keeps what it was asked last. */
  private static final class Capturing implements Scorer {
    private final BaselineScorer rule = new BaselineScorer();
    private @Nullable FeatureInput input;
    private @Nullable FeatureVector vector;
    private @Nullable Prediction said;

    @Override
    public String modelId() {
      return rule.modelId();
    }

    @Override
    public ScorerRole role() {
      return rule.role();
    }

    @Override
    public Prediction predict(FeatureInput in, FeatureVector features, Portfolio portfolio) {
      Prediction prediction = rule.predict(in, features, portfolio);
      input = in;
      vector = features;
      said = prediction;
      return prediction;
    }
  }

  /**
   * What is seen. The desk says that an invoice was opened before it says that it was assessed, and
   * the facts of one event may change it further at once: so the changes wait for the assessment.
   */
  private static final class Observations {
    private final Map<InvoiceId, ObservedInvoice> byId = new LinkedHashMap<>();
    private final Capturing scorer;
    private @Nullable ReceivableChanged opened;

    Observations(Capturing scorer) {
      this.scorer = scorer;
    }

    void changed(ReceivableChanged changed) {
      ObservedInvoice known = byId.get(changed.invoice());
      if (known == null) {
        opened = changed;
      } else {
        known.hear(changed);
      }
    }

    void assessed() {
      FeatureInput in = scorer.input;
      FeatureVector features = scorer.vector;
      Prediction said = scorer.said;
      ReceivableChanged first = opened;
      if (in == null || features == null || said == null || first == null) {
        throw new IllegalStateException("an invoice was assessed that was not opened");
      }
      byId.put(first.invoice(), new ObservedInvoice(in, features, said, first));
    }

    List<ObservedInvoice> all() {
      return List.copyOf(byId.values());
    }
  }
}
