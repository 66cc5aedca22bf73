package io.duecast.simulator;

import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.RiskDesk;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.InMemorySegmentFiles;
import io.duecast.segment.InMemoryTrendBooks;
import io.duecast.segment.SegmentDesk;
import io.duecast.segment.SegmentFinding;
import io.duecast.segment.SegmentRules;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.SegmentWeek;
import io.duecast.segment.TrendDesk;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is found out about the segments of an economy: by the rules alone, without Kafka. */
final class SegmentedEconomy {
  final List<CustomerSegmented> segments = new ArrayList<>();
  final List<CustomerOutlier> outliers = new ArrayList<>();
  final List<SegmentTrend> trends = new ArrayList<>();
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final RiskDesk risks =
      new RiskDesk(
          new InMemoryFiles(), DeskSettings.DEFAULT, new BaselineScorer(), Indicators.NONE);
  private final TrendDesk trendDesk = new TrendDesk(new InMemoryTrendBooks(), SegmentRules.DEFAULT);
  private final SegmentDesk desk;

  private SegmentedEconomy() {
    InMemorySegmentFiles files = new InMemorySegmentFiles();
    desk = new SegmentDesk(files, files, SegmentRules.DEFAULT, LabelPolicy.DEFAULT, ZoneOffset.UTC);
  }

  static SegmentedEconomy of(Stream<Arrival> arrivals) {
    SegmentedEconomy economy = new SegmentedEconomy();
    arrivals.forEach(economy::hear);
    return economy;
  }

  private void hear(Arrival arrival) {
    switch (arrival) {
      case Arrival.OfFact it -> {
        if (it.event() instanceof CustomerUpdated update) {
          risks.after(update);
        } else {
          ledger.after(it.event()).entries().forEach(this::hear);
        }
      }
      case Arrival.OfDay it -> {
        ledger.after(it.event(), it.arrivesAt()).entries().forEach(this::hear);
        keep(desk.after(it.event(), it.arrivesAt()));
      }
      case Arrival.OfIndicator it -> {}
    }
  }

  private void hear(AccountEntry entry) {
    if (entry instanceof ReceivableChanged line) {
      keep(desk.after(line));
    }
    for (Conclusion conclusion : risks.after(entry.customer(), List.of(entry))) {
      if (conclusion instanceof Conclusion.Assessed it) {
        keep(desk.after(it.risk()));
      }
    }
  }

  private void keep(List<SegmentFinding> found) {
    for (SegmentFinding each : found) {
      switch (each) {
        case CustomerSegmented it -> segments.add(it);
        case CustomerOutlier it -> outliers.add(it);
        case SegmentWeek it -> trends.addAll(trendDesk.after(it));
      }
    }
  }
}
