package io.duecast.book.draft;

import io.duecast.book.csv.NumberStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Drafts the section of the invoices. */
final class InvoicesDraft {
  private final DraftLines lines;
  private final Sample sample;
  private final Map<Role, Column> roles;
  private final DatePatterns patterns;

  InvoicesDraft(DraftLines lines, Sample sample, Map<Role, Column> roles, DatePatterns patterns) {
    this.lines = lines;
    this.sample = sample;
    this.roles = roles;
    this.patterns = patterns;
  }

  void write() {
    lines.line(0, "invoices:");
    SectionDraft.file(lines, sample);
    if (roles.containsKey(Role.SETTLED)) {
      lines.line(1, "combined: true");
    }
    id();
    field(Role.CUSTOMER, "customer");
    date(Role.ISSUED, "issuedOn");
    date(Role.DUE, "dueOn");
    if (roles.containsKey(Role.SETTLED)) {
      date(Role.SETTLED, "settledOn");
    } else {
      lines.comment(1, "no column looks like the day of payment: add a section 'payments'");
    }
    amount();
    if (roles.containsKey(Role.CURRENCY)) {
      field(Role.CURRENCY, "currency");
    }
    List<Column> left = new ArrayList<>(sample.columns());
    left.removeAll(roles.values());
    new AttributeDraft(lines, new LeakGuard(roles, patterns)).write(left);
  }

  private void id() {
    if (roles.containsKey(Role.INVOICE)) {
      field(Role.INVOICE, "id");
      return;
    }
    String template =
        Stream.of(Role.CUSTOMER, Role.ISSUED, Role.DUE, Role.AMOUNT)
            .flatMap(role -> Stream.ofNullable(roles.get(role)))
            .map(column -> "{" + column.header() + "}")
            .collect(Collectors.joining("-"));
    if (template.isEmpty()) {
      missing("id");
      return;
    }
    lines.comment(1, "no column looks like the invoice's number: made of what is fixed at issue");
    lines.line(1, "id: {template: " + DraftLines.quoted(template) + "}");
  }

  private void field(Role role, String key) {
    Column column = roles.get(role);
    if (column == null) {
      missing(key);
      return;
    }
    lines.line(1, key + ": {column: " + DraftLines.quoted(column.header()) + "}");
  }

  private void date(Role role, String key) {
    Column column = roles.get(role);
    DateGuess dates = column == null ? null : column.dates();
    if (column == null || dates == null) {
      missing(key);
      return;
    }
    SectionDraft.date(lines, key, column, dates);
  }

  private void amount() {
    Column column = roles.get(Role.AMOUNT);
    if (column == null) {
      missing("amount");
      return;
    }
    if (column.hasEmpty()) {
      lines.comment(1, "some rows have none; such invoices stay out of every total of money");
    }
    lines.line(
        1,
        "amount: {column: "
            + DraftLines.quoted(column.header())
            + format(column.numbers())
            + (column.hasEmpty() ? ", optional: true}" : "}"));
  }

  private static String format(@Nullable NumberStyle numbers) {
    return numbers == null ? "" : DraftLines.numberFormat(numbers);
  }

  private void missing(String key) {
    lines.comment(1, "check: no column looks like it; add: " + key + ": {column: NAME}");
  }
}
