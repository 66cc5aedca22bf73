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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One invoice: where it stands, what happened to it, what was said of it, and what came of it. */
final class InvoiceDetail {
  private static final String OF_IT = " where x.customer = ? and x.invoice = ? order by ";
  private static final String IN_ORDER = "x.partition, x.\"offset\"";
  private static final List<Column> TIME_LINE =
      List.of(
          column("kind", "x.kind", TEXT),
          column("on", "x.on_day", DAY),
          column("amount", "x.amount", MONEY),
          column("currency", "x.currency", TEXT),
          column("state", "x.status", TEXT),
          column("balance", "x.balance", MONEY),
          column("dueOn", "x.due_on", DAY),
          column("detail", "x.detail", JSON),
          column("recordedAt", "x.recorded_at", INSTANT));
  private static final List<Column> ASSESSMENTS =
      List.of(
          column("assessment", "x.assessment_id", TEXT),
          column("trigger", "x.trigger", TEXT),
          column("model", "x.model", TEXT),
          column("role", "x.role", TEXT),
          column("probabilityLate", "x.probability_late", NUMBER),
          column("probabilityLow", "x.probability_low", NUMBER),
          column("probabilityHigh", "x.probability_high", NUMBER),
          column("band", "x.band", TEXT),
          column("expectedOn", "x.expected_on", DAY),
          column("expectedEarliest", "x.expected_earliest", DAY),
          column("expectedLatest", "x.expected_latest", DAY),
          column("onTime", "x.on_time", NUMBER),
          column("days1To30", "x.days_1_to_30", NUMBER),
          column("days31To60", "x.days_31_to_60", NUMBER),
          column("days61To90", "x.days_61_to_90", NUMBER),
          column("daysOver90", "x.days_over_90", NUMBER),
          column("reasons", "x.reasons", JSON),
          column("features", "x.features", JSON),
          column("recordedAt", "x.recorded_at", INSTANT));
  private static final List<Column> REMINDERS =
      List.of(
          column("reminder", "x.reminder_id", TEXT),
          column("on", "x.on_day", DAY),
          column("state", "x.state", TEXT),
          column("step", "x.step", TEXT),
          column("channel", "x.channel", TEXT),
          column("arm", "x.arm", TEXT),
          column("balance", "x.balance", MONEY),
          column("currency", "x.currency", TEXT));
  private static final List<Column> LABEL =
      List.of(
          column("late", "x.late_0", TEXT),
          column("daysPastDue", "x.days_past_due", COUNT),
          column("reason", "x.reason", TEXT),
          column("knownOn", "x.known_on", DAY),
          column("isReplayed", "false", FLAG));

  private InvoiceDetail() {}

  static Map<String, @Nullable Object> of(
      Handle handle, String customer, String invoice, Sentences sentences) {
    Listing all = Listings.ALL_INVOICES;
    List<Map<String, @Nullable Object>> found =
        Details.rows(
            handle,
            all.columns(),
            all.from() + " where " + all.where() + " and i.customer = ? and i.invoice = ?",
            customer,
            invoice);
    if (found.isEmpty()) {
      throw Problem.notFound("customer %s has no invoice %s", customer, invoice);
    }
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("invoice", found.getFirst());
    detail.put(
        "timeLine",
        Details.rows(handle, TIME_LINE, "invoice_events x" + OF_IT + IN_ORDER, customer, invoice));
    List<Map<String, @Nullable Object>> assessments =
        Details.rows(handle, ASSESSMENTS, "assessments x" + OF_IT + IN_ORDER, customer, invoice);
    assessments.forEach(sentences::add);
    detail.put("assessments", assessments);
    detail.put(
        "reminders",
        Details.rows(
            handle,
            REMINDERS,
            "current_reminder_lines x" + OF_IT + "x.on_day, x.reminder_id",
            customer,
            invoice));
    detail.put("today", Details.today(handle));
    detail.put(
        "outcomes",
        Details.rows(
            handle,
            Listings.OUTCOMES.columns(),
            Listings.OUTCOMES.from()
                + " where o.customer = ? and o.invoice = ? order by o.recorded_at, o.event_id",
            customer,
            invoice));
    List<Map<String, @Nullable Object>> label =
        Details.rows(handle, LABEL, "labels x" + OF_IT + "1", customer, invoice);
    detail.put("label", label.isEmpty() ? null : label.getFirst());
    return detail;
  }
}
