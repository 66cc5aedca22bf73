package io.duecast.standalone.book;

import io.duecast.attribute.AttributeValue;
import io.duecast.book.Book;
import io.duecast.book.HistoricalEvent;
import io.duecast.book.ImportListener;
import io.duecast.book.ReadSettings;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.feature.DeclaredFeature;
import io.duecast.feature.FeatureSet;
import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.risk.BandLimits;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskDesk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A book folded by the domain's rules alone, without Kafka: the twin of an import. */
final class BookFold {
  private BookFold() {}

  /** The assessments of record, by id. */
  static Map<String, RiskAssessed> of(
      Path mappingFile, Path invoices, List<DeclaredFeature> declared) throws Exception {
    Mapping mapping = Mapping.read(mappingFile);
    Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    RiskDesk desk =
        new RiskDesk(
            new InMemoryFiles(),
            new DeskSettings(
                LabelPolicy.DEFAULT,
                BandLimits.DEFAULT,
                FeatureSet.with(declared),
                mapping.book().zone()),
            new BaselineScorer(),
            Indicators.NONE);
    Map<String, RiskAssessed> risks = new LinkedHashMap<>();
    try (Book book =
        Book.read(
            mapping,
            Sources.of(mapping, invoices),
            ReadSettings.ingestedAt(Instant.now()),
            ImportListener.NONE)) {
      while (book.hasNext()) {
        if (book.next() instanceof HistoricalEvent.OfFact it) {
          hear(it.fact(), ledger, desk, risks);
        }
      }
    }
    return risks;
  }

  private static void hear(
      Fact fact, Ledger ledger, RiskDesk desk, Map<String, RiskAssessed> risks) {
    if (fact instanceof CustomerUpdated update) {
      desk.after(update);
      return;
    }
    for (Conclusion conclusion : desk.after(fact.customer(), ledger.after(fact).entries())) {
      if (conclusion instanceof Conclusion.Assessed it) {
        risks.put(it.risk().assessmentId(), it.risk());
      }
    }
  }

  /** A served feature as a cell of a CSV file. */
  static String cell(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Numeric it -> Double.toString(it.value());
      case AttributeValue.Category it -> it.value();
    };
  }
}
