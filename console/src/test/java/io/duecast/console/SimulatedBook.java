package io.duecast.console;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.dunning.DunningDesk;
import io.duecast.dunning.DunningExamples;
import io.duecast.dunning.InMemoryDunningFiles;
import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.forecast.CashBook;
import io.duecast.forecast.CashDesk;
import io.duecast.forecast.CashPart;
import io.duecast.forecast.InMemoryCashFiles;
import io.duecast.indicator.Indicators;
import io.duecast.insight.InMemoryPortfolioBooks;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.PortfolioDesk;
import io.duecast.label.LabelCase;
import io.duecast.label.LabelDesk;
import io.duecast.label.Labelling;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.reserve.InMemoryReserveBooks;
import io.duecast.reserve.ReserveDesk;
import io.duecast.reserve.ReservePolicy;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskDesk;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.InMemorySegmentFiles;
import io.duecast.segment.InMemoryTrendBooks;
import io.duecast.segment.SegmentDesk;
import io.duecast.segment.SegmentFinding;
import io.duecast.segment.SegmentRules;
import io.duecast.segment.SegmentWeek;
import io.duecast.segment.TrendDesk;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the flows would write of a simulated company, made by the domain's folds alone. */
public final class SimulatedBook {
  /** A record and the topic that it belongs on; a day is for every partition. */
  public record Written(Topic<?> topic, Object value) {}

  private record Key(CustomerId customer, InvoiceId invoice) {}

  private final List<Written> written = new ArrayList<>();
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final RiskDesk risks =
      new RiskDesk(
          new InMemoryFiles(), DeskSettings.DEFAULT, new BaselineScorer(), Indicators.NONE);
  private final PortfolioDesk portfolio =
      new PortfolioDesk(new InMemoryPortfolioBooks(), LabelPolicy.DEFAULT, ZoneOffset.UTC);
  private final DunningDesk dunning =
      new DunningDesk(
          new InMemoryDunningFiles(), Policies.always(DunningExamples.policy()), ZoneOffset.UTC);
  private final LabelDesk labels =
      new LabelDesk(
          new Labelling(LabelPolicy.DEFAULT, Labelling.Cohort.KNOWN), ZoneOffset.UTC, 3653);
  private final ReserveDesk reserves =
      new ReserveDesk(new InMemoryReserveBooks(), ReservePolicy.DEFAULT);
  private final CashDesk cash =
      new CashDesk(new InMemoryCashFiles(), ZoneOffset.UTC, LabelPolicy.DEFAULT.graceDays());
  private final Map<String, CashBook> forecasts = new HashMap<>();
  private final InMemorySegmentFiles segmentFiles = new InMemorySegmentFiles();
  private final SegmentDesk segments =
      new SegmentDesk(
          segmentFiles, segmentFiles, SegmentRules.DEFAULT, LabelPolicy.DEFAULT, ZoneOffset.UTC);
  private final TrendDesk trends = new TrendDesk(new InMemoryTrendBooks(), SegmentRules.DEFAULT);
  private final Map<Key, LabelCase> cases = new LinkedHashMap<>();

  private SimulatedBook() {}

  /** The records of so many days, in order. */
  public static List<Written> of(int customers, int days) {
    SimulatedBook book = new SimulatedBook();
    Economy economy = Economy.of(EconomySettings.demo().withCustomers(customers).withDays(days));
    while (economy.hasNextDay()) {
      economy.nextDay().forEach(book::hear);
    }
    return List.copyOf(book.written);
  }

  private void hear(Arrival arrival) {
    switch (arrival) {
      case Arrival.OfDay it -> open(it.event(), it.arrivesAt());
      case Arrival.OfFact it -> take(it.event());
      case Arrival.OfIndicator it -> {
        // No feature here looks at it.
      }
    }
  }

  private void open(DayOpened day, Instant at) {
    entries(ledger.after(day, at).entries());
    write(Topics.RECEIVABLES, day);
    List<PortfolioDay> ended = portfolio.after(day, at);
    ended.forEach(it -> write(Topics.PORTFOLIO_DAYS, it));
    ended.stream()
        .collect(Collectors.groupingBy(PortfolioDay::day, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(it -> reserves.after(it).forEach(one -> write(Topics.RESERVE_POSITIONS, one)));
    cash.after(day).values().forEach(parts -> parts.forEach(part -> forecast(part, day, at)));
    found(segments.after(day, at));
    reminders(dunning.after(day, at));
    for (Map.Entry<Key, LabelCase> entry : List.copyOf(cases.entrySet())) {
      LocalDate look = entry.getValue().lookOn();
      if (look != null && !look.isAfter(day.date())) {
        label(entry.getKey(), labels.after(entry.getValue(), day.date(), at, day.replayed()));
      }
    }
    write(Topics.LABELLED_INVOICES, day);
  }

  private void forecast(CashPart part, DayOpened day, Instant at) {
    String currency = part.outlook().open().currency().getCurrencyCode();
    CashBook book = forecasts.getOrDefault(currency, CashBook.NEW).after(part, at, day.replayed());
    forecasts.put(currency, book);
    write(Topics.CASH_FORECASTS, book.latest());
  }

  private void found(List<SegmentFinding> findings) {
    for (SegmentFinding finding : findings) {
      switch (finding) {
        case CustomerSegmented it -> write(Topics.CUSTOMER_SEGMENTS, it);
        case CustomerOutlier it -> write(Topics.CUSTOMER_OUTLIERS, it);
        case SegmentWeek it -> trends.after(it).forEach(one -> write(Topics.SEGMENT_TRENDS, one));
      }
    }
  }

  private void take(Fact fact) {
    if (fact instanceof CustomerUpdated update) {
      write(Topics.RECEIVABLES, update);
      risks.after(update);
      portfolio.after(update);
      reminders(dunning.after(update));
      return;
    }
    if (fact instanceof CollectionOutcome) {
      write(Topics.COLLECTIONS_EVENTS, fact);
    }
    entries(ledger.after(fact).entries());
  }

  private void entries(List<AccountEntry> entries) {
    for (AccountEntry entry : entries) {
      if (entry instanceof ReceivableChanged changed) {
        portfolio.after(changed);
      }
      for (Conclusion conclusion : risks.after(customer(entry), List.of(entry))) {
        conclude(conclusion);
      }
    }
  }

  private static CustomerId customer(AccountEntry entry) {
    return entry.customer();
  }

  private void conclude(Conclusion conclusion) {
    switch (conclusion) {
      case Conclusion.Changed it -> {
        write(Topics.RECEIVABLES, it.change());
        cash.after(it.change());
        found(segments.after(it.change()));
        reminders(dunning.after(it.change()));
        Key key = new Key(it.change().customer(), it.change().invoice());
        label(key, labels.after(known(key), it.change()));
      }
      case Conclusion.Assessed it -> {
        RiskAssessed risk = it.risk();
        write(Topics.INVOICE_RISK, risk);
        cash.after(risk);
        found(segments.after(risk));
        reminders(dunning.after(risk));
        Key key = new Key(risk.customer(), risk.invoice());
        label(key, labels.after(known(key), risk));
      }
      case Conclusion.Referred it -> {
        // Nobody here reads it.
      }
    }
  }

  private LabelCase known(Key key) {
    return cases.getOrDefault(key, LabelCase.NEW);
  }

  private void label(Key key, LabelDesk.Step step) {
    if (step.now() == null) {
      cases.remove(key);
    } else {
      cases.put(key, step.now());
    }
    if (step.told() != null) {
      write(Topics.LABELLED_INVOICES, step.told());
    }
  }

  private void reminders(List<Reminder> told) {
    told.forEach(it -> write(Topics.REMINDERS, it));
  }

  private void write(Topic<?> topic, Object value) {
    written.add(new Written(topic, value));
  }
}
