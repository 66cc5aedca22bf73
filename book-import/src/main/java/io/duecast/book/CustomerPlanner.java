package io.duecast.book;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Rule;
import io.duecast.book.row.BookRow;
import io.duecast.book.row.Content;
import io.duecast.book.row.Timetable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plans what becomes known of customers: on the day that the row says, but not before the book's
 * first day, on which everything older is known at once.
 */
final class CustomerPlanner {
  private final Timetable timetable;
  private final LocalDate firstDay;
  private final Consumer<Planned> plans;
  private @Nullable BookRow previous;

  CustomerPlanner(Timetable timetable, LocalDate firstDay, Consumer<Planned> plans) {
    this.timetable = timetable;
    this.firstDay = firstDay;
    this.plans = plans;
  }

  void plan(BookRow row, Content.OfCustomer content, Account account, FileLog log) {
    BookRow before = previous;
    previous = row;
    if (before != null && isSameDay(before, row)) {
      log.reject(row, Rule.CUSTOMER_REPEATED, FieldName.CUSTOMER, account.customer());
      return;
    }
    log.keep(row);
    boolean month = row.kind() == SectionKind.CUSTOMER_MONTHS;
    LocalDate knownFrom = content.knownFrom();
    if (month && knownFrom != null) {
      account.monthKnownFrom(knownFrom);
    } else {
      account.isKnown();
    }
    LocalDate from = knownFrom == null ? firstDay : knownFrom;
    LocalDate day = from.isBefore(firstDay) ? firstDay : from;
    Instant occurredAt = timetable.at(day, Timetable.Moment.CUSTOMER_KNOWN);
    Instant recordedAt = content.recordedAt();
    plans.accept(
        new Planned(
            month ? What.CUSTOMER_MONTH : What.CUSTOMER,
            "",
            eventId(row, account.customer()),
            occurredAt,
            recordedAt == null ? occurredAt : recordedAt,
            from.toEpochDay(),
            List.of(row)));
  }

  private static boolean isSameDay(BookRow before, BookRow row) {
    return before.kind() == row.kind()
        && before.key().customer().equals(row.key().customer())
        && before.key().group().equals(row.key().group());
  }

  /** With the content in it, so that changed master data of a later extract is another event. */
  private static String eventId(BookRow row, String customer) {
    String from = row.key().group().isEmpty() ? "undated" : row.key().group();
    return row.kind().key() + "/" + customer + "/" + from + "/" + fingerprint(row.key().content());
  }

  private static String fingerprint(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
