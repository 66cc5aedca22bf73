package io.duecast.console.web;

import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.FLAG;
import static io.duecast.console.web.Kind.INSTANT;
import static io.duecast.console.web.Kind.JSON;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.NUMBER;
import static io.duecast.console.web.Kind.TEXT;

import java.util.ArrayList;
import java.util.List;

/** All lists. The API, its description, the exports and the pages are made from these. */
final class Listings {
  private static final String INVOICES =
      "invoices i left join customers c using (customer) cross join today t";
  private static final List<String> INVOICE_KEY = List.of("i.customer", "i.invoice");

  private static final List<Column> INVOICE_COLUMNS =
      List.of(
          new Column("customer", "i.customer", TEXT, "the party expected to pay"),
          new Column("customerName", "c.name", TEXT, "its name; null if not known"),
          new Column("segment", "c.segment", TEXT, "of the customer, now"),
          new Column("invoice", "i.invoice", TEXT, "the number; unique for the customer"),
          new Column("entity", "i.seller_entity", TEXT, "which of the company's entities sold"),
          new Column("state", "i.status", TEXT, "OPEN, SETTLED, WRITTEN_OFF or WITHDRAWN"),
          new Column("issuedOn", "i.issued_on", DAY, "the date on the invoice"),
          new Column("dueOn", "i.due_on", DAY, "the due date in force"),
          new Column(
              "daysPastDue",
              "coalesce(i.settled_on, t.day) - i.due_on",
              COUNT,
              "today, or when it was settled; negative = early"),
          new Column("settledOn", "i.settled_on", DAY, "the first day with nothing left to pay"),
          new Column("currency", "i.currency", TEXT, "ISO 4217"),
          new Column("payable", "i.payable", MONEY, "what is to be paid, amendments included"),
          new Column("balance", "i.balance", MONEY, "what is open"),
          new Column("paid", "i.paid", MONEY, "booked cash"),
          new Column("disputed", "i.disputed", FLAG, "whether a dispute is open"),
          new Column("onHold", "i.on_hold", FLAG, "whether nothing may be done about it"),
          new Column("promisedOn", "i.promised_on", DAY, "the last day of a running promise"),
          new Column("probabilityLate", "i.probability_late", NUMBER, "0..1"),
          new Column("probabilityLow", "i.probability_low", NUMBER, "of the 80 % interval"),
          new Column("probabilityHigh", "i.probability_high", NUMBER, "of the 80 % interval"),
          new Column("band", "i.band", TEXT, "LOW, MEDIUM, HIGH or VERY_HIGH"),
          new Column("expectedOn", "i.expected_on", DAY, "when the money is expected"),
          new Column("expectedEarliest", "i.expected_earliest", DAY, "of the 80 % interval"),
          new Column("expectedLatest", "i.expected_latest", DAY, "of the 80 % interval"),
          new Column(
              "expectedLate",
              "i.expected_late",
              MONEY,
              "balance x probability of late; null unless open"),
          new Column("model", "i.model", TEXT, "who scored it"),
          new Column("assessment", "i.assessment_id", TEXT, "the score that holds"));

  private static final List<Filter> INVOICE_FILTERS =
      List.of(
          new Filter("customer", "i.customer = ?", TEXT, "of one customer"),
          new Filter("entity", "i.seller_entity = ?", TEXT, "of one entity of the company"),
          new Filter("currency", "i.currency = ?", TEXT, "in one currency"),
          new Filter("segment", "c.segment = ?", TEXT, "of customers of one segment"),
          new Filter(
              "band", "i.band = any (string_to_array(?, ','))", TEXT, "bands, with commas between"),
          new Filter("dueFrom", "i.due_on >= ?", DAY, "due on that day or later"),
          new Filter("dueUntil", "i.due_on <= ?", DAY, "due on that day or earlier"),
          new Filter(
              "overdue",
              "(i.status = 'OPEN' and i.due_on < t.day) = ?",
              FLAG,
              "whether open and past due"),
          new Filter("disputed", "coalesce(i.disputed, false) = ?", FLAG, "whether in dispute"),
          new Filter("number", "starts_with(i.invoice, ?)", TEXT, "whose number begins like that"));

  private static final Sort BY_EXPECTED_LATE =
      new Sort("expectedLate", "i.expected_late", "numeric", true);
  private static final List<Sort> INVOICE_SORTS =
      List.of(
          new Sort("issued", "i.issued_on", "date", true),
          new Sort("due", "i.due_on", "date", false),
          new Sort("balance", "i.balance", "numeric", true),
          new Sort("probability", "i.probability_late", "double precision", true),
          BY_EXPECTED_LATE);

  static final Listing ALL_INVOICES =
      new Listing(
          "invoices",
          "All invoices, the latest first.",
          INVOICE_COLUMNS,
          INVOICES,
          "i.status is not null",
          INVOICE_KEY,
          and(
              INVOICE_FILTERS,
              new Filter(
                  "state",
                  "i.status = any (string_to_array(?, ','))",
                  TEXT,
                  "states, with commas between")),
          INVOICE_SORTS);

  static final Listing WORKLIST =
      new Listing(
          "worklist",
          "Open invoices whose lateness can be worked on, by how much money is to be expected late:"
              + " balance x probability of late. Without those in dispute, on hold, or under a"
              + " promise that runs. Amounts of several currencies are not comparable: choose one.",
          and(
              INVOICE_COLUMNS,
              new Column(
                  "reasons",
                  "(select a.reasons from assessments a where a.customer = i.customer and a.invoice"
                      + " = i.invoice and a.assessment_id = i.assessment_id limit 1)",
                  JSON,
                  "why, the weightiest first")),
          INVOICES,
          "i.status = 'OPEN' and not coalesce(i.disputed, false) and not coalesce(i.on_hold, false)"
              + " and (i.promised_on is null or i.promised_on < t.day)",
          INVOICE_KEY,
          INVOICE_FILTERS,
          List.of(
              BY_EXPECTED_LATE,
              new Sort("due", "i.due_on", "date", false),
              new Sort("balance", "i.balance", "numeric", true),
              new Sort("probability", "i.probability_late", "double precision", true)));

  static final Listing CUSTOMERS =
      new Listing(
          "customers",
          "All customers, by name.",
          List.of(
              new Column("customer", "c.customer", TEXT, "the id"),
              new Column("name", "c.name", TEXT, "null if not known"),
              new Column("segment", "c.segment", TEXT, "null for none"),
              new Column("country", "c.country", TEXT, "ISO 3166 alpha-2"),
              new Column("industryCode", "c.industry_code", TEXT, "null if not known"),
              new Column("openInvoices", "o.invoices", COUNT, "how many are open"),
              new Column("overdueInvoices", "o.overdue", COUNT, "of these, past due"),
              new Column(
                  "balances",
                  "o.balances",
                  JSON,
                  "by currency: open, overdue, and what is expected late")),
          "customers c cross join lateral (select coalesce(sum(p.invoices), 0)::bigint as invoices,"
              + " coalesce(sum(p.overdue), 0)::bigint as overdue, coalesce(jsonb_agg("
              + "jsonb_build_object('currency', p.currency, 'open', p.open::text, 'overdue',"
              + " p.overdue_amount::text, 'expectedLate', p.expected_late::text) order by"
              + " p.currency) filter (where p.currency is not null), '[]') as balances from (select"
              + " i.currency, count(*) as invoices, count(*) filter (where i.due_on < t.day) as"
              + " overdue, sum(i.balance) as open, coalesce(sum(i.balance) filter (where i.due_on <"
              + " t.day), 0) as overdue_amount, coalesce(sum(i.expected_late), 0) as expected_late"
              + " from invoices i cross join today t where i.customer = c.customer and i.status ="
              + " 'OPEN' group by i.currency) p) o",
          "true",
          List.of("c.customer"),
          List.of(
              new Filter(
                  "name",
                  "starts_with(lower(coalesce(c.name, c.customer)), lower(?))",
                  TEXT,
                  "whose name begins like that"),
              new Filter("segment", "c.segment = ?", TEXT, "of one segment"),
              new Filter("country", "c.country = ?", TEXT, "of one country")),
          List.of(new Sort("name", "lower(coalesce(c.name, c.customer))", "text", false)));

  static final Listing REMINDERS =
      new Listing(
          "reminders",
          "Reminders as they were told last, the latest first.",
          List.of(
              new Column("reminder", "r.reminder_id", TEXT, "the id"),
              new Column("customer", "r.customer", TEXT, "to whom"),
              new Column("customerName", "c.name", TEXT, "its name"),
              new Column("on", "r.on_day", DAY, "the customer's day"),
              new Column("state", "r.state", TEXT, "what is to become of it, or has"),
              new Column("reason", "r.reason", TEXT, "why it is not sent as before"),
              new Column("step", "r.step", TEXT, "the highest among its invoices"),
              new Column("channel", "r.channel", TEXT, "how it is sent"),
              new Column("arm", "r.arm", TEXT, "TREATED, or HOLDOUT: not sent"),
              new Column("policy", "r.policy", TEXT, "that decided it"),
              new Column(
                  "invoices",
                  "(select count(*) from reminder_lines l where l.reminder_id = r.reminder_id and"
                      + " l.revision = r.revision)",
                  COUNT,
                  "that it names"),
              new Column(
                  "delivery",
                  "(select d.delivery from reminder_deliveries d where d.reminder_id ="
                      + " r.reminder_id order by d.partition desc, d.\"offset\" desc limit 1)",
                  TEXT,
                  "the last word of whoever sends it"),
              new Column("replayed", "r.replayed", FLAG, "history: it was never sent")),
          "reminders r left join customers c using (customer)",
          "true",
          List.of("r.reminder_id"),
          List.of(
              new Filter("customer", "r.customer = ?", TEXT, "of one customer"),
              new Filter("state", "r.state = ?", TEXT, "in one state"),
              new Filter("arm", "r.arm = ?", TEXT, "in one arm")),
          List.of(new Sort("on", "r.on_day", "date", true)));

  static final Listing OUTCOMES =
      new Listing(
          "outcomes",
          "What collectors recorded, the latest first.",
          List.of(
              new Column("event", "o.event_id", TEXT, "under which it is on the log"),
              new Column("customer", "o.customer", TEXT, "the party expected to pay"),
              new Column("customerName", "c.name", TEXT, "its name; null if not known"),
              new Column("invoice", "o.invoice", TEXT, "null: about the customer as a whole"),
              new Column("outcome", "o.outcome", TEXT, "how the contact ended"),
              new Column("contactedOn", "o.contacted_on", DAY, "the day of the contact"),
              new Column("promisedOn", "o.promised_on", DAY, "the last day of the promise"),
              new Column("promised", "o.promised_amount", MONEY, "null for the whole balance"),
              new Column("currency", "o.promised_currency", TEXT, "of the promise"),
              new Column("agrees", "o.agrees", FLAG, "with the score; null if not judged"),
              new Column("assessment", "o.assessment_id", TEXT, "the one that was judged"),
              new Column("channel", "o.channel", TEXT, "how the contact was made"),
              new Column("agent", "o.agent", TEXT, "who made it, by an id"),
              new Column("effortSeconds", "o.effort_seconds", COUNT, "what it cost"),
              new Column("source", "o.source", TEXT, "the system that says so"),
              new Column("recordedAt", "o.recorded_at", INSTANT, "when that system learned it")),
          "outcomes o left join customers c using (customer)",
          "true",
          List.of("o.customer", "o.event_id"),
          List.of(
              new Filter("customer", "o.customer = ?", TEXT, "of one customer"),
              new Filter("invoice", "o.invoice = ?", TEXT, "about one invoice"),
              new Filter("event", "o.event_id = ?", TEXT, "one event"),
              new Filter("outcome", "o.outcome = ?", TEXT, "that ended in one way"),
              new Filter("agent", "o.agent = ?", TEXT, "by one collector"),
              new Filter(
                  "judged", "(o.agrees is not null) = ?", FLAG, "whether a score is judged")),
          List.of(new Sort("recordedAt", "o.recorded_at", "timestamptz", true)));

  static final Listing MODELS =
      new Listing(
          "models",
          "Every decision about a model, the latest first.",
          List.of(
              new Column("release", "m.release_id", TEXT, "the id of the decision"),
              new Column("slot", "m.slot", TEXT, "CHAMPION, SHADOW, or NONE: refused"),
              new Column("model", "m.model", TEXT, "sha-256 of its file"),
              new Column("previous", "m.previous", TEXT, "who had the slot before"),
              new Column("effectiveFrom", "m.effective_from", INSTANT, "since when"),
              new Column("knownOn", "m.known_on", DAY, "labels up to then"),
              new Column("decision", "m.decision", TEXT, "what was decided"),
              new Column("reasons", "m.reasons", JSON, "in plain words"),
              new Column("trigger", "m.trigger", TEXT, "what made it learn"),
              new Column("decidedBy", "m.decided_by", TEXT, "who or what"),
              new Column("evaluatedRows", "m.evaluated_rows", COUNT, "compared on so many"),
              new Column("metrics", "m.metrics", JSON, "of the comparison")),
          "model_releases m",
          "true",
          List.of("m.release_id"),
          List.of(new Filter("slot", "m.slot = ?", TEXT, "one slot")),
          List.of(new Sort("offset", "m.\"offset\"", "bigint", true)));

  static final Listing DEAD_LETTERS =
      new Listing(
          "dead-letters",
          "What was refused, the latest first.",
          List.of(
              new Column("topic", "d.source_topic", TEXT, "where it came from"),
              new Column("partition", "d.source_partition", COUNT, "its partition there"),
              new Column("offset", "d.source_offset", COUNT, "its offset there"),
              new Column("key", "d.key", TEXT, "as it came"),
              new Column("reason", "d.reason", TEXT, "the rule that it broke"),
              new Column("detail", "d.detail", TEXT, "what was wrong"),
              new Column("bytes", "d.value_bytes", COUNT, "of its value"),
              new Column("failedAt", "d.failed_at", INSTANT, "when it was refused")),
          "dead_letters d",
          "true",
          List.of(
              "d.source_topic",
              "lpad(d.source_partition::text, 10, '0')",
              "lpad(d.source_offset::text, 20, '0')"),
          List.of(
              new Filter("reason", "d.reason = ?", TEXT, "that broke one rule"),
              new Filter("topic", "d.source_topic = ?", TEXT, "from one topic")),
          List.of(new Sort("failedAt", "d.failed_at", "timestamptz", true)));

  static final Listing REFUSED_RECORDS =
      new Listing(
          "refused-records",
          "Records that could be read and that the database does not hold, the latest first.",
          List.of(
              new Column("topic", "f.topic", TEXT, "where it lies"),
              new Column("partition", "f.partition", COUNT, "its partition there"),
              new Column("offset", "f.\"offset\"", COUNT, "its offset there"),
              new Column("reason", "f.reason", TEXT, "the database's number for it, and its words"),
              new Column("sentAt", "f.sent_at", INSTANT, "when it was sent")),
          "refused_records f",
          "true",
          List.of(
              "f.topic", "lpad(f.partition::text, 10, '0')", "lpad(f.\"offset\"::text, 20, '0')"),
          List.of(new Filter("topic", "f.topic = ?", TEXT, "from one topic")),
          List.of(new Sort("sentAt", "f.sent_at", "timestamptz", true)));

  private Listings() {}

  static List<Listing> all() {
    return List.of(
        ALL_INVOICES,
        WORKLIST,
        CUSTOMERS,
        REMINDERS,
        OUTCOMES,
        MODELS,
        DEAD_LETTERS,
        REFUSED_RECORDS,
        FinanceListings.PORTFOLIO_DAYS,
        FinanceListings.RESERVE_POSITIONS,
        FinanceListings.CASH_FORECASTS,
        SegmentListings.CUSTOMER_SEGMENTS,
        SegmentListings.SEGMENT_MOVES,
        SegmentListings.CUSTOMER_OUTLIERS,
        SegmentListings.SEGMENT_TRENDS);
  }

  private static <T> List<T> and(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }
}
