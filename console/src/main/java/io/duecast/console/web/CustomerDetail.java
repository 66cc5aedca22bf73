package io.duecast.console.web;

import static io.duecast.console.web.Details.column;
import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.FLAG;
import static io.duecast.console.web.Kind.INSTANT;
import static io.duecast.console.web.Kind.JSON;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.NUMBER;
import static io.duecast.console.web.Kind.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One customer: what is known, what it owes, and how it has paid. */
final class CustomerDetail {
  private static final List<Column> MORE =
      List.of(
          column("partyType", "c.party_type", TEXT),
          column("sizeClass", "c.size_class", TEXT),
          column("registeredOn", "c.registered_on", DAY),
          column("creditLimit", "c.credit_limit", MONEY),
          column("creditLimitCurrency", "c.credit_limit_currency", TEXT),
          column("rating", "c.rating", TEXT),
          column("directDebit", "c.direct_debit", FLAG),
          column("dunningBlocked", "c.dunning_blocked", FLAG),
          column("dunningBlockedUntil", "c.dunning_blocked_until", DAY),
          column("language", "c.language", TEXT),
          column("timeZone", "c.time_zone", TEXT));
  private static final List<Column> MONTHS =
      List.of(
          column("month", "date_trunc('month', x.settled_on)::date", DAY),
          column("settled", "count(*)", COUNT),
          column("late", "count(*) filter (where x.settled_on > x.due_on)", COUNT),
          column("meanDaysPastDue", "avg(x.settled_on - x.due_on)::double precision", NUMBER));
  private static final List<Column> EVENTS =
      List.of(
          column("invoice", "x.invoice", TEXT),
          column("kind", "x.kind", TEXT),
          column("on", "x.on_day", DAY),
          column("amount", "x.amount", MONEY),
          column("currency", "x.currency", TEXT),
          column("detail", "x.detail", JSON),
          column("recordedAt", "x.recorded_at", INSTANT));

  private CustomerDetail() {}

  static Map<String, @Nullable Object> of(Handle handle, String customer) {
    List<Column> columns = new ArrayList<>(Listings.CUSTOMERS.columns());
    columns.addAll(MORE);
    List<Map<String, @Nullable Object>> found =
        Details.rows(
            handle, columns, Listings.CUSTOMERS.from() + " where c.customer = ?", customer);
    if (found.isEmpty()) {
      throw Problem.notFound("there is no customer %s", customer);
    }
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("customer", found.getFirst());
    List<Map<String, @Nullable Object>> placed =
        Details.rows(
            handle,
            SegmentListings.CUSTOMER_SEGMENTS.columns(),
            SegmentListings.CUSTOMER_SEGMENTS.from() + " where s.customer = ?",
            customer);
    detail.put("placed", placed.isEmpty() ? null : placed.getFirst());
    detail.put(
        "months",
        Details.rows(
            handle,
            MONTHS,
            "invoices x where x.customer = ? and x.settled_on is not null group by 1 order by 1",
            customer));
    detail.put(
        "latest",
        Details.rows(
            handle,
            EVENTS,
            "invoice_events x where x.customer = ? order by x.partition desc, x.\"offset\" desc"
                + " limit 30",
            customer));
    detail.put("today", Details.today(handle));
    detail.put(
        "outcomes",
        Details.rows(
            handle,
            Listings.OUTCOMES.columns(),
            Listings.OUTCOMES.from()
                + " where o.customer = ? order by o.recorded_at desc, o.event_id limit 30",
            customer));
    return detail;
  }
}
