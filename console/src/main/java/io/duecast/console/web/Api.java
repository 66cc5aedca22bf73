package io.duecast.console.web;

import static io.duecast.console.web.Details.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.console.access.Role;
import io.duecast.console.log.FactLog;
import io.duecast.console.projection.Freshness;
import io.duecast.console.projection.Projector;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that can be asked, and recorded. The tables change by what is on the topics alone: what is
 * recorded goes there.
 */
final class Api {
  static final String ROOT = "/api/v1";
  static final String KEY = "Idempotency-Key";
  private static final String KEYS = "[A-Za-z0-9._-]{8,128}";
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  static final String EVENTS = "events";
  static final String JSON = "application/json";
  static final List<String> EVENT_TYPES =
      List.of("application/cloudevents+json", "application/cloudevents-batch+json", JSON);
  static final String PROBLEM_JSON = "application/problem+json";
  private static final int USUAL_PERIOD = 90;
  private static final int USUAL_MOVEMENT = 30;
  private static final int LONGEST_PERIOD = 3660;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<Column> HEALTH =
      List.of(
          column("model", "h.model", Kind.TEXT),
          column("window", "h.\"window\"", Kind.TEXT),
          column("from", "h.from_day", Kind.DAY),
          column("until", "h.until_day", Kind.DAY),
          column("asOf", "h.as_of", Kind.DAY),
          column("figures", "h.figures", Kind.JSON),
          column("drift", "h.drift", Kind.JSON),
          column("driftedWeight", "h.drifted_weight", Kind.NUMBER));

  private final Jdbi jdbi;
  private final Projector projector;
  private final ZoneId zone;
  private final Gate gate;
  private final OutcomeClerk clerk;
  private final EventClerk events;
  private final MovesFeed moves;
  private final Exports exports;

  /**
   * @param zone in which the company's days begin
   */
  Api(Jdbi jdbi, Projector projector, FactLog log, ZoneId zone, Gate gate) {
    this.jdbi = jdbi;
    this.projector = projector;
    this.zone = zone;
    this.gate = gate;
    CompanyClock clock = new CompanyClock(zone, Clock.systemUTC());
    this.clerk = new OutcomeClerk(jdbi, log, clock);
    this.events = new EventClerk(jdbi, log, clock);
    this.moves = new MovesFeed(projector.moves());
    this.exports = new Exports(jdbi);
  }

  /**
   * What can be asked besides lists.
   *
   * @param needed parameters that must be there: ids may hold any character, so that they do not
   *     stand in the path
   */
  record Single(String path, String meaning, List<String> needed, List<String> parameters) {
    static final Single INVOICE =
        new Single(
            "invoice",
            "One invoice with its time line, assessments and reminders.",
            List.of("customer", "invoice"),
            List.of("lang"));
    static final Single CUSTOMER =
        new Single(
            "customer", "One customer, and how it has paid.", List.of("customer"), List.of());
    static final Single OVERVIEW =
        new Single(
            "overview",
            "The receivables of one currency, and their figures.",
            List.of(),
            List.of("currency", "entity", "segment", "asOf", "days"));
    static final Single RESERVES =
        new Single(
            "reserves",
            "The reserve for credit losses in one currency: the provision matrix, and its"
                + " movement.",
            List.of(),
            List.of("currency", "entity", "segment", "asOf", "days"));
    static final Single CASH =
        new Single(
            "cash",
            "The cash to come in one currency, and how good such forecasts were.",
            List.of(),
            List.of("currency", "asOf"));
    static final Single SEGMENTS =
        new Single(
            "segments",
            "How many customers are in each risk segment, and how each segment pays.",
            List.of(),
            List.of());
    static final Single VERDICTS =
        new Single(
            "verdicts",
            "Who was right, model or collector: the collectors' verdicts on assessments, beside"
                + " what came of the invoices.",
            List.of(),
            List.of());
    static final Single HEALTH =
        new Single(
            "model-health", "How each model does, by window of invoices.", List.of(), List.of());
    static final Single FRESHNESS =
        new Single("freshness", "How far the answers are behind the topics.", List.of(), List.of());
    static final Single MOVES =
        new Single("moves", "Server-sent events: the topics that moved.", List.of(), List.of());

    Single {
      needed = List.copyOf(needed);
      parameters = List.copyOf(parameters);
    }

    static List<Single> all() {
      return List.of(
          INVOICE, CUSTOMER, OVERVIEW, RESERVES, CASH, SEGMENTS, VERDICTS, HEALTH, FRESHNESS,
          MOVES);
    }
  }

  void route(RoutesConfig routes) {
    for (Listing listing : Listings.all()) {
      routes.get(
          ROOT + "/" + listing.path(),
          context -> list(listing, context),
          listing.equals(Listings.DEAD_LETTERS) ? Role.ADMIN : Role.VIEWER);
    }
    routes.get(path(Single.INVOICE), this::invoice, Role.VIEWER);
    routes.get(path(Single.CUSTOMER), this::customer, Role.VIEWER);
    routes.get(path(Single.OVERVIEW), this::overview, Role.VIEWER);
    routes.get(path(Single.RESERVES), this::reserves, Role.VIEWER);
    routes.get(path(Single.CASH), this::cash, Role.VIEWER);
    routes.get(
        path(Single.SEGMENTS),
        context -> json(context, jdbi.withHandle(SegmentsDetail::of)),
        Role.VIEWER);
    routes.get(path(Single.HEALTH), this::health, Role.VIEWER);
    routes.get(path(Single.FRESHNESS), this::freshness, Role.VIEWER);
    routes.get(
        path(Single.VERDICTS),
        context -> json(context, jdbi.withHandle(Verdicts::of)),
        Role.CONTROLLER);
    routes.sse(path(Single.MOVES), moves::join, Role.VIEWER);
    routes.post(ROOT + "/" + Listings.OUTCOMES.path(), this::record, Role.COLLECTOR);
    routes.post(ROOT + "/" + EVENTS, this::take, Role.ADMIN);
    routes.get(ROOT + "/openapi.json", context -> json(context, OpenApi.document()), Role.VIEWER);
    routes.get(
        ROOT + "/<path>",
        context -> {
          throw Problem.notFound("there is no %s", context.path());
        },
        Role.VIEWER);
  }

  private static String path(Single single) {
    return ROOT + "/" + single.path();
  }

  private void list(Listing listing, Context context) throws IOException {
    Asked asked = Asked.of(listing, context.queryParamMap());
    Format format = Format.of(context.queryParam("format"));
    if (format == Format.JSON) {
      Rows rows = jdbi.withHandle(handle -> new ListQuery(listing, asked).run(handle));
      Sentences sentences = new Sentences(context.queryParam("lang"));
      rows.rows().forEach(sentences::add);
      Map<String, @Nullable Object> answer = new LinkedHashMap<>();
      answer.put("rows", rows.rows());
      answer.put("next", rows.next());
      json(context, answer);
      return;
    }
    exports.send(listing, asked, format, context);
  }

  private void invoice(Context context) {
    Sentences sentences = new Sentences(context.queryParam("lang"));
    json(
        context,
        jdbi.withHandle(
            handle ->
                InvoiceDetail.of(
                    handle, needed(context, "customer"), needed(context, "invoice"), sentences)));
  }

  private void customer(Context context) {
    json(
        context, jdbi.withHandle(handle -> CustomerDetail.of(handle, needed(context, "customer"))));
  }

  private static String needed(Context context, String name) {
    String value = context.queryParam(name);
    if (value == null) {
      throw Problem.badRequest("'%s' must be given", name);
    }
    return value.replace('\u0000', '\uFFFD');
  }

  private void overview(Context context) {
    Choice choice = choice(context, USUAL_PERIOD);
    json(context, jdbi.withHandle(handle -> Overview.of(handle, choice, zone)));
  }

  private void reserves(Context context) {
    Choice choice = choice(context, USUAL_MOVEMENT);
    json(context, jdbi.withHandle(handle -> ReservesDetail.of(handle, choice)));
  }

  private void cash(Context context) {
    Choice choice = choice(context, USUAL_PERIOD);
    json(context, jdbi.withHandle(handle -> CashDetail.of(handle, choice)));
  }

  private static Choice choice(Context context, int usualDays) {
    return new Choice(
        context.queryParam("currency"),
        context.queryParam("entity"),
        context.queryParam("segment"),
        day(context.queryParam("asOf")),
        period(context.queryParam("days"), usualDays));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.badRequest("'asOf' is a day such as 2026-03-31");
    }
  }

  private static int period(@Nullable String text, int usual) {
    if (text == null) {
      return usual;
    }
    int days = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (days < 1 || days > LONGEST_PERIOD) {
      throw Problem.badRequest("'days' is from 1 to %d", LONGEST_PERIOD);
    }
    return days;
  }

  private void record(Context context) {
    requireJson(context);
    OutcomeForm form = OutcomeForm.read(context.body());
    OutcomeForm signed = gate.user(context).map(it -> form.signed(it.name())).orElse(form);
    OutcomeClerk.Recorded recorded = clerk.record(signed, key(context));
    json(
        context.status(recorded.isKnown() ? HttpStatus.OK : HttpStatus.ACCEPTED),
        Map.of("event", recorded.event(), "known", recorded.isKnown()));
  }

  private void take(Context context) {
    requireType(context, EVENT_TYPES);
    List<String> ids = events.put(EventForm.read(context.body()), key(context));
    LOG.info("{} events are recorded for {}", ids.size(), gate.user(context));
    json(context.status(HttpStatus.ACCEPTED), Map.of("events", ids));
  }

  private static @Nullable String key(Context context) {
    String key = context.header(KEY);
    if (key != null && !key.matches(KEYS)) {
      throw Problem.badRequest("'%s' is 8 to 128 letters, digits, '.', '_' or '-'", KEY);
    }
    return key;
  }

  static void requireJson(Context context) {
    requireType(context, List.of(JSON));
  }

  private static void requireType(Context context, List<String> types) {
    if (!types.contains(String.valueOf(context.contentType()).replaceAll(";.*", "").strip())) {
      throw Problem.unsupported("the body is to be %s", String.join(" or ", types));
    }
  }

  private void health(Context context) {
    Map<String, Object> answer =
        Map.of(
            "rows",
            jdbi.withHandle(
                handle ->
                    Details.rows(
                        handle, HEALTH, "model_health h order by h.as_of desc, h.model, 2")));
    json(context, answer);
  }

  private void freshness(Context context) {
    Freshness.Reading now = projector.freshness().reading();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("fresh", now.isFresh());
    answer.put("standing", now.standing().name());
    answer.put("since", now.since().toString());
    answer.put("detail", now.detail());
    List<Map<String, @Nullable Object>> topics = new ArrayList<>();
    now.topics().values().stream()
        .sorted(Comparator.comparing(Freshness.Topic::topic))
        .forEach(it -> topics.add(topic(it)));
    answer.put("topics", topics);
    json(context, answer);
  }

  private static Map<String, @Nullable Object> topic(Freshness.Topic it) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("topic", it.topic());
    one.put("lag", it.lag());
    one.put("behindSince", it.behindSince() == null ? null : it.behindSince().toString());
    return one;
  }

  static void json(Context context, Object answer) {
    try {
      context.contentType(JSON).result(MAPPER.writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static void problem(Context context, int status, String title, @Nullable String detail) {
    problem(context, status, title, detail, List.of());
  }

  static void problem(
      Context context,
      int status,
      String title,
      @Nullable String detail,
      List<Map<String, Object>> errors) {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    if (!errors.isEmpty()) {
      problem.put("errors", errors);
    }
    json(context.status(status), problem);
    context.contentType(PROBLEM_JSON);
  }
}
