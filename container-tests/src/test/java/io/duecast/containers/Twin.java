package io.duecast.containers;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.feature.FeatureSet;
import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Entries;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.BandLimits;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskDesk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slow, obvious twin: the rules of the domain, one fact after the other, without Kafka. */
final class Twin {
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final RiskDesk desk;
  private final Map<CustomerId, List<ReceivableChanged>> accounts = new TreeMap<>(byValue());
  private final Map<InvoiceId, RiskAssessed> risks = new LinkedHashMap<>();
  private int refused;

  Twin(ZoneId zone) {
    this.desk =
        new RiskDesk(
            new InMemoryFiles(),
            new DeskSettings(
                LabelPolicy.DEFAULT, BandLimits.DEFAULT, FeatureSet.with(List.of()), zone),
            new BaselineScorer(),
            Indicators.NONE);
  }

  static java.util.Comparator<CustomerId> byValue() {
    return java.util.Comparator.comparing(CustomerId::value);
  }

  void hear(Record event, Instant at) {
    switch (event) {
      case DayOpened day -> begin(day, at);
      case CustomerUpdated update -> desk.after(update);
      case Fact fact -> {
        Entries entries = ledger.after(fact);
        refused += (entries.rejection() == null ? 0 : 1) + entries.leftOut().size();
        conclude(fact.customer(), entries.entries());
      }
      default -> throw new IllegalArgumentException(event.getClass() + " is no fact and no day");
    }
  }

  private void begin(DayOpened day, Instant at) {
    Map<CustomerId, List<AccountEntry>> byCustomer = new LinkedHashMap<>();
    for (AccountEntry entry : ledger.after(day, at).entries()) {
      byCustomer.computeIfAbsent(entry.customer(), it -> new ArrayList<>()).add(entry);
    }
    byCustomer.forEach(this::conclude);
  }

  private void conclude(CustomerId customer, List<AccountEntry> entries) {
    for (Conclusion conclusion : desk.after(customer, entries)) {
      switch (conclusion) {
        case Conclusion.Changed it ->
            accounts.computeIfAbsent(customer, absent -> new ArrayList<>()).add(it.change());
        case Conclusion.Assessed it -> {
          if (it.risk().trigger() == AssessmentTrigger.ISSUED) {
            risks.put(it.risk().invoice(), it.risk());
          }
        }
        case Conclusion.Referred it -> {}
      }
    }
  }

  /** Each customer's account, line by line. */
  Map<CustomerId, List<ReceivableChanged>> accounts() {
    return accounts;
  }

  /** The assessment of record of each invoice. */
  Map<InvoiceId, RiskAssessed> risks() {
    return risks;
  }

  int refused() {
    return refused;
  }
}
