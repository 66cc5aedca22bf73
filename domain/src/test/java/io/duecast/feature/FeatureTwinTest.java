package io.duecast.feature;

import static io.duecast.Examples.ACME;
import static io.duecast.Examples.aCustomer;
import static io.duecast.Examples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;
import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every feature against its twin, and what an invoice may not know of itself or the future. */
class FeatureTwinTest {
  private static final LabelPolicy POLICY = LabelPolicy.DEFAULT;
  private static final CustomerProfile PROFILE =
      aCustomer()
          .creditLimit(eur("1300"))
          .registeredOn("2025-11-17")
          .directDebit(true)
          .fact()
          .profile();

  @Test
  void everyFeatureEqualsItsSlowTwin() {
    int compared = 0;
    for (long seed = 0; seed < 1000; seed++) {
      compared += compareAccount(seed, (int) (seed % 30) + 1);
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  @Test
  void everyFeatureOfALargeAccountEqualsItsSlowTwin() {
    assertThat(compareAccount(11, 400)).isGreaterThan(300);
    assertThat(compareAccount(13, 400)).isGreaterThan(300);
  }

  @Test
  void anAmendedInvoiceIsNotEvidenceAboutItself() {
    int compared = 0;
    for (long seed = 0; seed < 1000; seed++) {
      compared += compareAmended(seed, (int) (seed % 30) + 1);
    }
    assertThat(compared).isGreaterThan(300);
  }

  /** Those of whose invoice nothing else was heard; what was heard stays, by intent. */
  private static int compareAmended(long seed, int invoices) {
    List<AccountEntry> account = account(seed, invoices);
    PaymentHistory history = PaymentHistory.NONE;
    int compared = 0;
    for (int i = 0; i < account.size(); i++) {
      if (account.get(i) instanceof ReceivableChanged amended
          && amended.change() instanceof Change.Amended it
          && amended.before() != null
          && amended.before().isOpen()
          && isUnheardOf(account.subList(0, i), it.issued())) {
        LocalDate asOf = LocalDate.ofInstant(amended.recordedAt(), ZoneOffset.UTC);
        Invoice invoice = it.issued().amended(amended.after().payable(), amended.after().dueOn());
        PaymentHistory prior = history.without(it.issued(), amended.before());
        FeatureInput in =
            new FeatureInput(
                invoice, prior, PROFILE, Indicators.NONE, POLICY, asOf, amended.recordedAt());
        List<AccountEntry> others =
            account.subList(0, i).stream().filter(e -> !isOf(e, invoice)).toList();
        compareNearly(seed, in, new FeatureTwin(others, in));
        compared++;
      }
      history = history.after(account.get(i), POLICY);
    }
    return compared;
  }

  @Test
  void anInvoiceThatIsOwedAgainIsNotEvidenceAboutItselfEither() {
    int compared = 0;
    for (long seed = 0; seed < 2000; seed++) {
      compared += compareOwedAgain(seed, (int) (seed % 30) + 1);
    }
    assertThat(compared).isGreaterThan(10);
  }

  /**
   * Those that were paid and amended, and of which nothing else was heard; a payment stays known.
   */
  private static int compareOwedAgain(long seed, int invoices) {
    List<AccountEntry> account = account(seed, invoices);
    PaymentHistory history = PaymentHistory.NONE;
    int compared = 0;
    for (int i = 0; i < account.size(); i++) {
      history = history.after(account.get(i), POLICY);
      if (i > 0
          && account.get(i) instanceof ReceivableChanged again
          && again.change() instanceof Change.Reopened
          && account.get(i - 1) instanceof ReceivableChanged amended
          && amended.change() instanceof Change.Amended it
          && amended.invoice().equals(again.invoice())
          && isOnlyPaid(account.subList(0, i - 1), it.issued())) {
        LocalDate asOf = LocalDate.ofInstant(again.recordedAt(), ZoneOffset.UTC);
        Invoice invoice = it.issued().amended(again.after().payable(), again.after().dueOn());
        PaymentHistory prior = history.without(it.issued(), again.after());
        FeatureInput in =
            new FeatureInput(
                invoice, prior, PROFILE, Indicators.NONE, POLICY, asOf, again.recordedAt());
        List<AccountEntry> others =
            account.subList(0, i).stream().filter(e -> !isOf(e, invoice)).toList();
        compareNearly(
            seed,
            in,
            new FeatureTwin(others, in),
            Feature.DAYS_SINCE_PAYMENT,
            Feature.WORST_DAYS_90);
        compared++;
      }
    }
    return compared;
  }

  private static boolean isOnlyPaid(List<AccountEntry> before, Invoice invoice) {
    return before.stream()
        .filter(it -> isOf(it, invoice))
        .allMatch(
            it ->
                it instanceof ReceivableChanged changed
                    && (changed.change() instanceof Change.Opened
                        || changed.change() instanceof Change.Amended
                        || changed.change() instanceof Change.Settled));
  }

  private static boolean isUnheardOf(List<AccountEntry> before, Invoice invoice) {
    return before.stream()
        .filter(it -> isOf(it, invoice))
        .allMatch(
            it ->
                it instanceof ReceivableChanged changed
                    && (changed.change() instanceof Change.Opened
                        || changed.change() instanceof Change.Amended));
  }

  /** What was added to a sum and taken out again leaves a last digit. */
  private static void compareNearly(
      long seed, FeatureInput in, FeatureTwin twin, Feature... leftOut) {
    List<Feature> features = new ArrayList<>(List.of(Feature.values()));
    features.removeAll(List.of(leftOut));
    for (Feature feature : features) {
      double is = feature.number(in);
      double should = twin.number(feature);
      String what = "seed " + seed + ", " + in.invoice().id() + ", " + feature;
      if (Double.isNaN(should)) {
        assertThat(is).as(what).isNaN();
      } else {
        assertThat(is).as(what).isCloseTo(should, within(1e-9 * Math.max(1, Math.abs(should))));
      }
    }
  }

  @Test
  void anInvoiceIsNotEvidenceAboutItself() {
    for (long seed = 0; seed < 200; seed++) {
      List<AccountEntry> account = account(seed, 12);
      for (int i = 0; i < account.size(); i++) {
        if (account.get(i) instanceof ReceivableChanged opened
            && opened.change() instanceof Change.Opened it) {
          List<AccountEntry> withoutItself =
              account.subList(0, endOfFact(account, i)).stream()
                  .filter(e -> !isOf(e, it.invoice()))
                  .toList();
          PaymentHistory prior = historyOf(account.subList(0, i));
          assertThat(historyOf(withoutItself)).as("seed %d, entry %d", seed, i).isEqualTo(prior);
        }
      }
    }
  }

  private static boolean isOf(AccountEntry entry, Invoice invoice) {
    return entry instanceof ReceivableChanged it && it.invoice().equals(invoice.id());
  }

  private static int endOfFact(List<AccountEntry> account, int from) {
    int end = from;
    while (end < account.size()
        && account.get(end) instanceof ReceivableChanged it
        && account.get(from) instanceof ReceivableChanged first
        && it.cause().equals(first.cause())) {
      end++;
    }
    return end;
  }

  private static int compareAccount(long seed, int invoices) {
    List<AccountEntry> account = account(seed, invoices);
    PaymentHistory prior = PaymentHistory.NONE;
    int compared = 0;
    for (int i = 0; i < account.size(); i++) {
      if (account.get(i) instanceof ReceivableChanged opened
          && opened.change() instanceof Change.Opened it) {
        LocalDate asOf = LocalDate.ofInstant(opened.recordedAt(), ZoneOffset.UTC);
        FeatureInput in =
            new FeatureInput(
                it.invoice(), prior, PROFILE, Indicators.NONE, POLICY, asOf, opened.recordedAt());
        compare(seed, in, new FeatureTwin(account.subList(0, i), in));
        compared++;
      }
      prior = prior.after(account.get(i), POLICY);
    }
    return compared;
  }

  private static void compare(long seed, FeatureInput in, FeatureTwin twin) {
    for (Feature feature : Feature.values()) {
      double is = feature.number(in);
      double should = twin.number(feature);
      boolean exact = feature != Feature.SD_DAYS_PAST_DUE && feature != Feature.WEIGHTED_LATE_RATIO;
      String what = "seed " + seed + ", " + in.invoice().id() + ", " + feature;
      if (exact || Double.isNaN(should)) {
        assertThat(Double.valueOf(is)).as(what).isEqualTo(Double.valueOf(should));
      } else {
        assertThat(is).as(what).isCloseTo(should, within(1e-9 * Math.max(1, Math.abs(should))));
      }
    }
  }

  private static PaymentHistory historyOf(List<AccountEntry> account) {
    PaymentHistory history = PaymentHistory.NONE;
    for (AccountEntry entry : account) {
      history = history.after(entry, POLICY);
    }
    return history;
  }

  private static List<AccountEntry> account(long seed, int invoices) {
    return account(RandomFacts.account(seed, ACME, invoices));
  }

  private static List<AccountEntry> account(List<Fact> facts) {
    Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    List<AccountEntry> entries = new ArrayList<>();
    LocalDate today = Examples.FIRST_DAY;
    for (Fact fact : facts) {
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
      while (today.isBefore(on)) {
        today = today.plusDays(1);
        DayOpened day = new DayOpened(today, false);
        entries.addAll(ledger.after(day, Examples.morningOf(today)).entries());
      }
      entries.addAll(ledger.after(fact).entries());
    }
    return entries;
  }
}
