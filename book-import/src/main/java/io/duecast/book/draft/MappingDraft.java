package io.duecast.book.draft;

import io.duecast.book.Sources;
import io.duecast.book.csv.NumberStyle;
import io.duecast.book.mapping.SectionKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapping guessed from the files themselves, with comments that say why; a person checks it
 * before it is used.
 *
 * @param yaml the mapping; it can be read as it is, unless a comment says that a field is missing
 */
public record MappingDraft(String yaml) {
  private static final Map<String, String> CURRENCIES =
      Map.of("€", "EUR", "R$", "BRL", "$", "USD", "£", "GBP", "EUR", "EUR", "USD", "USD");

  /** Drafts a mapping from the header and the first rows of each file. */
  public static MappingDraft infer(String bookName, Sources files) {
    DatePatterns patterns = new DatePatterns();
    Path file = files.files().get(SectionKind.INVOICES);
    Sample invoices =
        Sample.of(Objects.requireNonNull(file, "a draft needs the invoices' file"), patterns);
    Map<Role, Column> roles = RoleGuess.ofInvoices(invoices.columns(), patterns);
    DraftLines lines = new DraftLines();
    book(lines, bookName, roles, patterns);
    files
        .files()
        .forEach(
            (kind, path) -> {
              if (kind == SectionKind.INVOICES) {
                new InvoicesDraft(lines, invoices, roles, patterns).write();
              } else {
                Sample sample = Sample.of(path, patterns);
                new SectionDraft(lines, sample, roles.get(Role.CUSTOMER)).write(kind);
              }
            });
    return new MappingDraft(lines.text());
  }

  private static void book(
      DraftLines lines, String name, Map<Role, Column> roles, DatePatterns patterns) {
    lines.comment(0, "Drafted from the files. Check each line, above all those that say 'check'.");
    lines.line(0, "version: 1");
    lines.line(0, "book:");
    lines.line(1, "name: " + DraftLines.quoted(name));
    lines.comment(1, "check: the time zone in which the company's days begin");
    lines.line(1, "zone: UTC");
    String currency = currency(roles.get(Role.AMOUNT));
    lines.comment(1, whereFrom(currency, roles.containsKey(Role.CURRENCY)));
    lines.line(1, "currency: " + (currency == null ? "EUR" : currency));
    LocalDate last = lastDay(roles, patterns);
    if (last != null) {
      lines.comment(1, "check: the day of the extract; the last one seen in the first rows is");
      lines.comment(1, "asOf: " + last);
    }
  }

  private static String whereFrom(@Nullable String currency, boolean isInARow) {
    if (currency != null) {
      return "as it stands in the amounts";
    }
    return isInARow
        ? "check: of rows that do not say theirs"
        : "check: nothing in the file says the currency";
  }

  private static @Nullable String currency(@Nullable Column amount) {
    NumberStyle numbers = amount == null ? null : amount.numbers();
    return numbers == null || numbers.ignored().isEmpty()
        ? null
        : CURRENCIES.get(numbers.ignored().getFirst());
  }

  private static @Nullable LocalDate lastDay(Map<Role, Column> roles, DatePatterns patterns) {
    LocalDate last = null;
    for (Role role : new Role[] {Role.ISSUED, Role.SETTLED}) {
      Column column = roles.get(role);
      DateGuess dates = column == null ? null : column.dates();
      if (column == null || dates == null) {
        continue;
      }
      for (String value : column.values()) {
        LocalDate day = dates.parse(value, patterns);
        if (day != null && (last == null || day.isAfter(last))) {
          last = day;
        }
      }
    }
    return last;
  }
}
