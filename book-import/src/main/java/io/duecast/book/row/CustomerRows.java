package io.duecast.book.row;

import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.Rule;
import io.duecast.customer.CustomerId;
import io.duecast.customer.PartyType;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of customers, dated or not. */
final class CustomerRows {
  private CustomerRows() {}

  static BookRow read(Cells cells) {
    SectionKind kind = cells.binding().section().kind();
    String customer = cells.needed(FieldName.CUSTOMER, Rule.CUSTOMER_ID_MISSING);
    LocalDate knownFrom =
        kind == SectionKind.CUSTOMER_MONTHS
            ? cells.neededDate(FieldName.KNOWN_FROM)
            : cells.date(FieldName.KNOWN_FROM);
    Instant recordedAt = cells.instant(FieldName.RECORDED_AT, Timetable.Moment.CUSTOMER_KNOWN);
    var timetable = new Timetable(cells.binding().book().zone());
    LocalDate horizon = cells.binding().horizon();
    if (knownFrom != null && knownFrom.isAfter(horizon)) {
      throw cells.rejected(Rule.KNOWN_AFTER_AS_OF, FieldName.KNOWN_FROM);
    }
    if (recordedAt != null && timetable.dayOf(recordedAt).isAfter(horizon)) {
      throw cells.rejected(Rule.KNOWN_AFTER_AS_OF, FieldName.RECORDED_AT);
    }
    SortKey key =
        new SortKey(
            customer,
            kind,
            knownFrom == null ? "" : knownFrom.toString(),
            Drafts.content(cells),
            0);
    var content =
        new Content.OfCustomer(
            draft(cells, new CustomerId(customer), knownFrom), knownFrom, recordedAt);
    return new BookRow(kind, cells.row(), key, content, cells.notes());
  }

  private static CustomerUpdated draft(
      Cells cells, CustomerId customer, @Nullable LocalDate knownFrom) {
    BigDecimal limit = cells.lenientNumber(FieldName.CREDIT_LIMIT);
    return new CustomerUpdated(
        Drafts.ENVELOPE,
        customer,
        cells.text(FieldName.NAME),
        cells.choice(FieldName.PARTY_TYPE, PartyType.class),
        cells.text(FieldName.COUNTRY),
        cells.text(FieldName.INDUSTRY_SCHEME),
        cells.text(FieldName.INDUSTRY_CODE),
        cells.text(FieldName.SIZE_CLASS),
        cells.text(FieldName.SEGMENT),
        cells.lenientDate(FieldName.REGISTERED_ON),
        limit == null ? null : new Money(limit, cells.binding().book().currency()),
        cells.text(FieldName.RATING),
        cells.flag(FieldName.DIRECT_DEBIT),
        cells.text(FieldName.PREFERRED_PAYMENT_MEANS),
        cells.flag(FieldName.DUNNING_BLOCKED),
        cells.lenientDate(FieldName.DUNNING_BLOCKED_UNTIL),
        cells.text(FieldName.TIME_ZONE),
        cells.text(FieldName.LANGUAGE),
        Map.of(),
        cells.attributes(),
        knownFrom == null ? cells.binding().horizon() : knownFrom);
  }
}
