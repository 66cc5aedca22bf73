package io.duecast.segment;

import io.duecast.Examples;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A ledger, and the desk that reads it; every invoice is assessed at once, with the same risk. */
final class SegmentRig {
  final InMemorySegmentFiles files = new InMemorySegmentFiles();
  final List<SegmentFinding> found = new ArrayList<>();
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final SegmentDesk desk =
      new SegmentDesk(files, files, SegmentRules.DEFAULT, LabelPolicy.DEFAULT, ZoneOffset.UTC);
  private LocalDate today = Examples.FIRST_DAY;
  private int invoices;
  double risk = 0.1;

  LocalDate today() {
    return today;
  }

  void send(Fact fact) {
    ledger.after(fact).entries().forEach(this::hear);
  }

  private void hear(AccountEntry entry) {
    if (entry instanceof ReceivableChanged line) {
      found.addAll(desk.after(line));
      if (line.change() instanceof Change.Opened) {
        found.addAll(desk.after(SegmentExamples.risk(line, risk)));
      }
    }
  }

  /** Lets days pass. */
  void pass(int days) {
    for (int i = 0; i < days; i++) {
      today = today.plusDays(1);
      DayOpened day = new DayOpened(today, false);
      ledger.after(day, Examples.morningOf(today)).entries().forEach(this::hear);
      found.addAll(desk.after(day, today.atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
  }

  /** An invoice of today, due in 14 days; its id. */
  String issue(CustomerId customer, String amount) {
    String id = "I-" + ++invoices;
    send(
        Examples.anInvoice(id)
            .of(customer)
            .issuedOn(today)
            .dueIn(14)
            .payable(amount)
            .recordedAt(Examples.morningOf(today))
            .fact());
    return id;
  }

  void pay(CustomerId customer, String invoice, String amount) {
    send(
        Examples.aPayment("P-" + invoice)
            .of(customer)
            .on(today)
            .amount(Examples.eur(amount))
            .paying(invoice, amount)
            .recordedAt(Examples.morningOf(today))
            .fact());
  }

  /** So many invoices of 1,000, one after the other, each paid so many days past due. */
  void trade(CustomerId customer, int count, int daysPastDue) {
    for (int i = 0; i < count; i++) {
      String id = issue(customer, "1000.00");
      pass(14 + daysPastDue);
      pay(customer, id, "1000.00");
    }
    pass(5);
  }

  SegmentedCustomer customer(CustomerId id) {
    return files.customer(id);
  }

  <T extends SegmentFinding> List<T> found(Class<T> type) {
    return found.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
