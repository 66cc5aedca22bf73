package io.duecast.book;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Rule;
import io.duecast.book.row.BookRow;
import io.duecast.book.row.Content;
import io.duecast.book.row.Timetable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks rows, customer by customer, against each other, and plans the facts they tell. */
final class Planner {
  private final Map<SectionKind, FileLog> logs;
  private final CustomerPlanner customers;
  private final InvoicePlanner invoices;
  private final PaymentPlanner payments;
  private Account account = new Account("");
  private @Nullable BookRow previous;

  Planner(
      Map<SectionKind, FileLog> logs,
      Timetable timetable,
      LocalDate firstDay,
      FactBuilder facts,
      Consumer<Planned> plans) {
    this.logs = logs;
    this.customers = new CustomerPlanner(timetable, firstDay, plans);
    this.invoices =
        new InvoicePlanner(
            timetable,
            logs.containsKey(SectionKind.CUSTOMERS),
            logs.containsKey(SectionKind.CUSTOMER_MONTHS),
            plans);
    this.payments = new PaymentPlanner(timetable, facts, plans);
  }

  /** The next row, in the order of {@link BookRow#byCustomer}. */
  void add(BookRow row) {
    if (!row.key().customer().equals(account.customer())) {
      end();
      account = new Account(row.key().customer());
    }
    FileLog log = log(row.kind());
    BookRow before = previous;
    previous = row;
    if (before != null && isDuplicate(before, row) && !log.section().keepDuplicates()) {
      log.reject(row, Rule.FULL_DUPLICATE, FieldName.CUSTOMER, "row " + before.csv().number());
      previous = before;
      return;
    }
    switch (row.content()) {
      case Content.OfCustomer content -> customers.plan(row, content, account, log);
      case Content.OfInvoice content -> invoices.plan(row, content, account, log);
      case Content.OfSettlement content -> payments.settlement(row, content, account, log);
      case Content.OfPayment content -> payments.payment(row, account, log);
    }
  }

  /** No row follows. */
  void end() {
    FileLog log = logs.get(SectionKind.PAYMENTS);
    if (log != null) {
      payments.flush(account, log);
    }
  }

  private static boolean isDuplicate(BookRow before, BookRow row) {
    return before.kind() == row.kind() && before.csv().sameContent(row.csv());
  }

  private FileLog log(SectionKind kind) {
    return Objects.requireNonNull(logs.get(kind));
  }
}
