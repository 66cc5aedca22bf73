package io.duecast.book.draft;

import io.duecast.book.mapping.SectionKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts a section besides the invoices: customers, customer-months, payments. */
final class SectionDraft {
  private static final List<String> REGISTERED =
      List.of("data cadastro", "registered", "registered on", "customer since", "kunde seit");

  private final DraftLines lines;
  private final Sample sample;
  private final @Nullable Column invoicesCustomer;
  private final List<Column> left;

  SectionDraft(DraftLines lines, Sample sample, @Nullable Column invoicesCustomer) {
    this.lines = lines;
    this.sample = sample;
    this.invoicesCustomer = invoicesCustomer;
    this.left = new ArrayList<>(sample.columns());
  }

  void write(SectionKind kind) {
    lines.line(0, kind.key() + ":");
    file(lines, sample);
    customer();
    switch (kind) {
      case CUSTOMERS -> registered();
      case CUSTOMER_MONTHS -> knownFrom();
      case PAYMENTS -> settled();
      case INVOICES -> throw new IllegalArgumentException("invoices have a draft of their own");
    }
    if (kind != SectionKind.PAYMENTS) {
      new AttributeDraft(lines, null).write(left);
    }
  }

  static void file(DraftLines lines, Sample sample) {
    lines.line(1, "file: " + DraftLines.quoted(sample.file()));
    Dialect dialect = sample.dialect();
    String delimiter = dialect.delimiter().equals("\t") ? "tab" : dialect.delimiter();
    lines.comment(1, dialect.charset() + ": " + dialect.why());
    lines.line(
        1,
        "format: {delimiter: "
            + DraftLines.quoted(delimiter)
            + ", charset: "
            + dialect.charset()
            + "}");
  }

  static void date(DraftLines lines, String key, Column column, DateGuess dates) {
    if (dates.rival() != null) {
      lines.comment(
          1,
          "check: every value reads as "
              + dates.patterns().getFirst()
              + " and as "
              + dates.rival()
              + "; nothing in the file decides");
    }
    lines.line(
        1,
        key
            + ": {column: "
            + DraftLines.quoted(column.header())
            + ", format: "
            + DraftLines.list(dates.patterns())
            + "}");
  }

  /** The column that shares the most values with the invoices' customers; else the best name. */
  private void customer() {
    Set<String> known =
        invoicesCustomer == null ? Set.of() : new HashSet<>(invoicesCustomer.values());
    Column best = null;
    double most = 0;
    for (Column column : sample.columns()) {
      long shared = column.values().stream().distinct().filter(known::contains).count();
      double score = shared * 1000.0 + column.name().fits(Role.CUSTOMER);
      if (score > most) {
        most = score;
        best = column;
      }
    }
    if (best == null) {
      lines.comment(1, "check: no column looks like it; add: customer: {column: NAME}");
      return;
    }
    left.remove(best);
    lines.line(1, "customer: {column: " + DraftLines.quoted(best.header()) + "}");
  }

  private void registered() {
    lines.comment(1, "without knownFrom, the rows count from the book's first day on");
    for (Column column : List.copyOf(left)) {
      DateGuess dates = column.dates();
      if (dates != null && REGISTERED.contains(column.name().plain())) {
        left.remove(column);
        date(lines, "registeredOn", column, dates);
        return;
      }
    }
  }

  private void knownFrom() {
    dated(Role.KNOWN_FROM, "knownFrom");
    lines.comment(1, "check: is a month's row known on its first day? else add a column that says");
  }

  private void settled() {
    lines.comment(1, "a row closes an invoice; for partial payments map payment, amount, valueOn");
    left.stream()
        .filter(column -> column.name().fits(Role.INVOICE) > 0 && column.dates() == null)
        .findFirst()
        .ifPresent(
            column ->
                lines.line(1, "invoice: {column: " + DraftLines.quoted(column.header()) + "}"));
    dated(Role.SETTLED, "settledOn");
  }

  /** The date column whose name fits best, or the first one. */
  private void dated(Role role, String key) {
    Column best = null;
    for (Column column : left) {
      boolean better = best == null || column.name().fits(role) > best.name().fits(role);
      if (column.dates() != null && better) {
        best = column;
      }
    }
    DateGuess dates = best == null ? null : best.dates();
    if (best == null || dates == null) {
      lines.comment(1, "check: no column looks like it; add: " + key + ": {column: NAME}");
      return;
    }
    left.remove(best);
    date(lines, key, best, dates);
  }
}
