package io.duecast.book;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one customer while its rows are checked against each other; forgotten with
 * the next customer.
 */
final class Account {
  /** Issue and due date of invoices that are hard to tell apart. */
  record Dates(LocalDate issuedOn, LocalDate dueOn) {
    @Override
    public String toString() {
      return issuedOn + " " + dueOn;
    }
  }

  private static final long NOTED = -1;

  private final String customer;
  private final Map<String, LocalDate> issuedOn = new HashMap<>();
  private final Map<Dates, Long> firstRows = new HashMap<>();
  private final Set<String> settled = new HashSet<>();
  private boolean known;
  private @Nullable LocalDate firstMonth;

  Account(String customer) {
    this.customer = customer;
  }

  String customer() {
    return customer;
  }

  void isKnown() {
    known = true;
  }

  boolean known() {
    return known;
  }

  /** Months come in order: the first is the earliest. */
  void monthKnownFrom(LocalDate day) {
    if (firstMonth == null) {
      firstMonth = day;
    }
  }

  boolean monthKnownOn(LocalDate day) {
    return firstMonth != null && !firstMonth.isAfter(day);
  }

  void issued(String invoice, LocalDate day) {
    issuedOn.put(invoice, day);
  }

  /** When an invoice was issued; null if it is not in the book. */
  @Nullable LocalDate issuedOn(String invoice) {
    return issuedOn.get(invoice);
  }

  /** True the first time that an invoice is settled. */
  boolean settles(String invoice) {
    return settled.add(invoice);
  }

  /**
   * Another invoice with these dates.
   *
   * @return null if it is the first; else the row of the first one, or -1 if that was asked before
   */
  @Nullable Long sibling(Dates dates, long row) {
    Long first = firstRows.putIfAbsent(dates, row);
    if (first != null) {
      firstRows.put(dates, NOTED);
    }
    return first;
  }
}
