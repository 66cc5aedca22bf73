package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.indicator.Indicators;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Entries;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskDesk;
import io.duecast.service.settings.LedgerSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slow, obvious twin: the rules of the domain, one fact after the other, without Kafka. */
final class PureFold {
  private final Ledger ledger;
  private final RiskDesk desk;
  private final List<RiskAssessed> risks = new ArrayList<>();
  private int rejected;

  PureFold(LedgerSettings settings) {
    this.ledger = new Ledger(new InMemoryBooks(), settings.ledger());
    this.desk =
        new RiskDesk(new InMemoryFiles(), settings.desk(), new BaselineScorer(), Indicators.NONE);
  }

  void hear(Fact fact) {
    if (fact instanceof CustomerUpdated update) {
      desk.after(update);
      return;
    }
    Entries entries = ledger.after(fact);
    rejected += (entries.rejection() == null ? 0 : 1) + entries.leftOut().size();
    conclude(fact.customer(), entries.entries());
  }

  void hear(DayOpened day, Instant at) {
    Map<CustomerId, List<AccountEntry>> byCustomer = new LinkedHashMap<>();
    for (AccountEntry entry : ledger.after(day, at).entries()) {
      byCustomer.computeIfAbsent(entry.customer(), it -> new ArrayList<>()).add(entry);
    }
    byCustomer.forEach(this::conclude);
  }

  private void conclude(CustomerId customer, List<AccountEntry> entries) {
    for (Conclusion conclusion : desk.after(customer, entries)) {
      if (conclusion instanceof Conclusion.Assessed assessed) {
        risks.add(assessed.risk());
      }
    }
  }

  List<RiskAssessed> risks() {
    return risks;
  }

  int rejected() {
    return rejected;
  }
}
