package io.duecast.receivable;

import static io.duecast.Examples.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/**
 * What holds whatever an ERP sends. The seed of an account that breaks a rule is in the message.
 */
class LedgerPropertiesTest {
  private static final int ACCOUNTS = 1000;

  @Test
  void everyAccountEqualsItsSlowTwinToTheCent() {
    forAccounts(
        seed -> {
          InMemoryBooks books = new InMemoryBooks();
          Ledger ledger = new Ledger(books, LedgerPolicy.DEFAULT);
          LedgerTwin twin = new LedgerTwin();
          for (Fact fact : RandomFacts.account(seed, ACME, size(seed))) {
            Entries entries = ledger.after(fact);
            if (entries.rejection() == null) {
              twin.accepted(fact);
            }
          }
          for (Receivable is : books.receivables()) {
            twin.compare(is);
          }
        });
  }

  @Test
  void everyChangeBeginsWhereTheOneBeforeItEnded() {
    forAccounts(
        seed -> {
          Map<InvoiceId, Standing> standings = new HashMap<>();
          InMemoryBooks books = new InMemoryBooks();
          for (ReceivableChanged changed : changesOf(seed, books)) {
            assertThat(changed.before())
                .as("%s", changed)
                .isEqualTo(standings.put(changed.invoice(), changed.after()));
          }
          for (Receivable is : books.receivables()) {
            Standing last = standings.get(is.id());
            if (is.invoice() != null) {
              assertThat(is.standing()).isEqualTo(last);
            } else {
              assertThat(last).isNull();
            }
          }
        });
  }

  @Test
  void noTwoChangesHaveOneId() {
    forAccounts(
        seed -> {
          Set<String> ids = new HashSet<>();
          for (ReceivableChanged changed : changesOf(seed, new InMemoryBooks())) {
            assertThat(ids.add(changed.changeId())).as(changed.changeId()).isTrue();
          }
        });
  }

  @Test
  void aRepeatChangesNothing() {
    forAccounts(
        seed -> {
          InMemoryBooks books = new InMemoryBooks();
          Ledger ledger = new Ledger(books, LedgerPolicy.DEFAULT);
          List<Fact> heard = new ArrayList<>();
          for (Fact fact : RandomFacts.account(seed, ACME, size(seed))) {
            ledger.after(fact);
            heard.add(fact);
          }
          Set<Receivable> before = new HashSet<>(books.receivables());
          for (Fact fact : heard) {
            assertThat(ledger.after(fact).entries()).as("repeat of %s", fact).isEmpty();
          }
          assertThat(new HashSet<>(books.receivables())).isEqualTo(before);
        });
  }

  @Test
  void paymentsAndInvoicesInAnyOrderLeadToTheSameStandings() {
    forAccounts(
        seed -> {
          List<Fact> orderly =
              RandomFacts.orderly(seed, ACME, 6).stream()
                  .filter(it -> it instanceof InvoiceIssued || it instanceof PaymentReceived)
                  .toList();
          List<Fact> paymentsFirst = new ArrayList<>(orderly);
          paymentsFirst.sort((a, b) -> Boolean.compare(isInvoice(a), isInvoice(b)));
          assertThat(standings(fitting(orderly, orderly)))
              .isEqualTo(standings(fitting(paymentsFirst, orderly)));
        });
  }

  /** Without payments that do not fit, which are refused before, or left out after. */
  private static List<Fact> fitting(List<Fact> facts, List<Fact> all) {
    LedgerRig rig = new LedgerRig();
    all.stream().filter(LedgerPropertiesTest::isInvoice).forEach(rig::tell);
    Set<Fact> refused = new HashSet<>();
    for (Fact fact : all) {
      if (!isInvoice(fact) && rig.tell(fact).rejection() != null) {
        refused.add(fact);
      }
    }
    return facts.stream().filter(it -> !refused.contains(it)).toList();
  }

  private static boolean isInvoice(Fact fact) {
    return fact instanceof InvoiceIssued;
  }

  private static Map<InvoiceId, Standing> standings(List<Fact> facts) {
    LedgerRig rig = new LedgerRig();
    facts.forEach(rig::tell);
    Map<InvoiceId, Standing> standings = new HashMap<>();
    for (Receivable is : rig.books.receivables()) {
      if (is.invoice() != null) {
        standings.put(is.id(), is.standing());
      }
    }
    return standings;
  }

  /** Facts, and the days that open between them. */
  private static List<ReceivableChanged> changesOf(long seed, InMemoryBooks books) {
    Ledger ledger = new Ledger(books, LedgerPolicy.DEFAULT);
    List<AccountEntry> entries = new ArrayList<>();
    LocalDate today = Examples.FIRST_DAY;
    for (Fact fact : RandomFacts.account(seed, ACME, size(seed))) {
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
      while (today.isBefore(on)) {
        today = today.plusDays(1);
        DayOpened day = new DayOpened(today, false);
        entries.addAll(ledger.after(day, Examples.morningOf(today)).entries());
      }
      entries.addAll(ledger.after(fact).entries());
    }
    return entries.stream()
        .filter(ReceivableChanged.class::isInstance)
        .map(ReceivableChanged.class::cast)
        .toList();
  }

  private static int size(long seed) {
    return (int) (seed % 19) + 1;
  }

  private static void forAccounts(LongConsumer property) {
    for (long seed = 0; seed < ACCOUNTS; seed++) {
      try {
        property.accept(seed);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
