package io.duecast.console.web;

import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.JSON;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.NUMBER;
import static io.duecast.console.web.Kind.TEXT;

import java.util.List;

/** How customers pay, and who changes. */
final class SegmentListings {
  static final Listing CUSTOMER_SEGMENTS =
      new Listing(
          "customer-segments",
          "In which risk segment each customer is, and what is suggested; who to call first,"
              + " first.",
          List.of(
              new Column("customer", "s.customer", TEXT, "the id"),
              new Column("customerName", "c.name", TEXT, "null if not known"),
              new Column("riskSegment", "s.risk_segment", TEXT, "how it pays"),
              new Column("worth", "s.worth", TEXT, "KEY or STANDARD, by what is billed to it"),
              new Column("trend", "s.trend", TEXT, "STEADY, WORSENING or IMPROVING"),
              new Column("since", "s.since", DAY, "since when it is in this segment and worth"),
              new Column("reasons", "s.reasons", JSON, "the figures that decided it"),
              new Column("ladder", "s.ladder", TEXT, "the kind of reminders that is suggested"),
              new Column("termDays", "s.term_days", COUNT, "at most to be offered; 0 = in advance"),
              new Column(
                  "creditLimit", "s.credit_limit", MONEY, "suggested; null if not known yet"),
              new Column("creditLimitCurrency", "s.credit_limit_currency", TEXT, "of that"),
              new Column("callPriority", "s.call_priority", COUNT, "1, call first, to 5")),
          "customer_segments s left join customers c using (customer)",
          "true",
          List.of("s.customer"),
          List.of(
              new Filter("customer", "s.customer = ?", TEXT, "one customer"),
              new Filter("riskSegment", "s.risk_segment = ?", TEXT, "of one risk segment"),
              new Filter("worth", "s.worth = ?", TEXT, "of one worth"),
              new Filter("trend", "s.trend = ?", TEXT, "of one trend")),
          List.of(new Sort("priority", "s.call_priority", "integer", false)));

  static final Listing SEGMENT_MOVES =
      new Listing(
          "segment-moves",
          "Who came from one risk segment or worth to another, the latest first.",
          List.of(
              new Column("customer", "m.customer", TEXT, "the id"),
              new Column("customerName", "c.name", TEXT, "null if not known"),
              new Column("on", "m.on_day", DAY, "from which day on it holds"),
              new Column("previous", "m.previous", TEXT, "the segment before"),
              new Column("previousWorth", "m.previous_worth", TEXT, "the worth before"),
              new Column("riskSegment", "m.risk_segment", TEXT, "the segment since"),
              new Column("worth", "m.worth", TEXT, "the worth since"),
              new Column("reasons", "m.reasons", JSON, "the figures that decided it")),
          "segment_moves m left join customers c using (customer)",
          "true",
          List.of("m.customer", "lpad(m.revision::text, 10, '0')"),
          List.of(
              new Filter("customer", "m.customer = ?", TEXT, "of one customer"),
              new Filter("from", "m.on_day >= ?", DAY, "that day or later")),
          List.of(new Sort("on", "m.on_day", "date", true)));

  static final Listing CUSTOMER_OUTLIERS =
      new Listing(
          "customer-outliers",
          "Who departs from what is usual, the latest first.",
          List.of(
              new Column("customer", "o.customer", TEXT, "the id"),
              new Column("customerName", "c.name", TEXT, "null if not known"),
              new Column("invoice", "o.invoice", TEXT, "the invoice that showed it"),
              new Column("kind", "o.kind", TEXT, "OWN_PAST, OWN_PAST_LATELY or PEERS"),
              new Column("on", "o.on_day", DAY, "when it showed"),
              new Column("riskSegment", "o.risk_segment", TEXT, "in which it was"),
              new Column("reasons", "o.reasons", JSON, "the figures that show it")),
          "customer_outliers o left join customers c using (customer)",
          "true",
          List.of("o.customer", "o.invoice", "o.kind"),
          List.of(
              new Filter("customer", "o.customer = ?", TEXT, "of one customer"),
              new Filter("from", "o.on_day >= ?", DAY, "that day or later")),
          List.of(new Sort("on", "o.on_day", "date", true)));

  static final Listing SEGMENT_TRENDS =
      new Listing(
          "segment-trends",
          "How much of what came due in a week was late in each risk segment, the latest first.",
          List.of(
              new Column("riskSegment", "t.risk_segment", TEXT, "the segment"),
              new Column("week", "t.week", DAY, "its Monday"),
              new Column("judged", "t.judged", COUNT, "invoices that came due"),
              new Column("late", "t.late", COUNT, "of these late"),
              new Column("usual", "t.usual / 1000.0", NUMBER, "the share that is usual, 0..1"),
              new Column("trend", "t.trend", TEXT, "UNKNOWN while too little is known"),
              new Column("since", "t.since", DAY, "when the change seems to have begun")),
          "segment_trends t",
          "true",
          List.of("t.risk_segment"),
          List.of(
              new Filter("riskSegment", "t.risk_segment = ?", TEXT, "of one segment"),
              new Filter("from", "t.week >= ?", DAY, "that week or later")),
          List.of(new Sort("week", "t.week", "date", true)));

  private SegmentListings() {}
}
