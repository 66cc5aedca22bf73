package io.duecast.receivable;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.check.RejectReason;
import io.duecast.check.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ledger of one customer, and all that it has written. */
final class LedgerRig {
  final InMemoryBooks books = new InMemoryBooks();
  final List<AccountEntry> written = new ArrayList<>();
  final List<Rejection> rejected = new ArrayList<>();
  private final Ledger ledger;

  LedgerRig() {
    this(LedgerPolicy.DEFAULT);
  }

  LedgerRig(LedgerPolicy policy) {
    this.ledger = new Ledger(books, policy);
  }

  /** Sends facts that are accepted; what they change, in order. */
  List<Change> send(Fact... facts) {
    List<Change> changes = new ArrayList<>();
    for (Fact fact : facts) {
      Entries entries = tell(fact);
      assertThat(entries.rejection()).as("%s", fact).isNull();
      changes.addAll(changes(entries));
    }
    return changes;
  }

  /** Sends any fact. */
  Entries tell(Fact fact) {
    Entries entries = ledger.after(fact);
    written.addAll(entries.entries());
    if (entries.rejection() != null) {
      rejected.add(entries.rejection());
    }
    return entries;
  }

  /** Sends a fact that must be refused whole. */
  Rejection refused(Fact fact, RejectReason reason) {
    List<Receivable> before = books.receivables();
    Entries entries = tell(fact);
    assertThat(entries.entries()).isEmpty();
    Rejection rejection = requireNonNull(entries.rejection());
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(books.receivables()).containsExactlyInAnyOrderElementsOf(before);
    return rejection;
  }

  List<Change> openDay(String date) {
    Instant at = Examples.morningOf(Examples.day(date));
    Entries entries = ledger.after(Examples.dayOpened(date), at);
    written.addAll(entries.entries());
    return changes(entries);
  }

  Receivable of(String invoice) {
    return requireNonNull(books.receivable(Examples.ACME, new InvoiceId(invoice)), invoice);
  }

  boolean knows(String invoice) {
    return books.receivable(Examples.ACME, new InvoiceId(invoice)) != null;
  }

  /** What is left to pay. */
  String balance(String invoice) {
    return String.valueOf(of(invoice).balance());
  }

  private static List<Change> changes(Entries entries) {
    return entries.entries().stream()
        .filter(ReceivableChanged.class::isInstance)
        .map(it -> ((ReceivableChanged) it).change())
        .toList();
  }
}
