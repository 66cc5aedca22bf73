package io.duecast.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.label.Label;
import io.duecast.label.LabelledInvoice;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import io.duecast.receivable.Verdict;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import io.duecast.wire.Topics;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What collectors record: on the log, and back from there. */
class OutcomesTest {
  private static final List<Written> BOOK = SimulatedBook.of(25, 150);
  private static final String PATH = "/api/v1/outcomes";

  private static RunningConsole console;
  private static ConsoleRig rig;
  private static Caller caller;
  private static String customer;
  private static String invoice;
  private static LocalDate today;

  @BeforeAll
  static void open() throws Exception {
    console = new RunningConsole(ZoneOffset.UTC, null);
    rig = console.rig();
    caller = console.caller();
    console.write(BOOK);
    JsonNode first = caller.json("worklist?currency=EUR&limit=1").at("/rows/0");
    customer = first.path("customer").asText();
    invoice = first.path("invoice").asText();
    today = LocalDate.parse(caller.json("overview").path("today").asText());
  }

  @AfterAll
  static void close() {
    console.close();
  }

  @Test
  void whatIsRecordedIsOnTheLogAndComesBack() {
    String assessment =
        detail()
            .path("assessments")
            .get(detail().path("assessments").size() - 1)
            .path("assessment")
            .asText();

    HttpResponse<String> answer =
        record(
            """
            {"customer": "%s", "invoice": "%s", "outcome": "PROMISE_TO_PAY",
             "promise": {"on": "%s", "amount": "1.25"},
             "verdict": {"assessment": "%s", "agrees": false},
             "channel": "phone", "agent": "am", "effortSeconds": 90}\
            """
                .formatted(customer, invoice, today.plusDays(7), assessment));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode row = awaited(Caller.parse(answer.body()).path("event").asText());
    assertThat(row.path("customer").asText()).isEqualTo(customer);
    assertThat(row.path("invoice").asText()).isEqualTo(invoice);
    assertThat(row.path("outcome").asText()).isEqualTo("PROMISE_TO_PAY");
    assertThat(row.path("contactedOn").asText()).isEqualTo(today.toString());
    assertThat(row.path("promisedOn").asText()).isEqualTo(today.plusDays(7).toString());
    assertThat(row.path("promised").asText()).isEqualTo("1.25");
    assertThat(row.path("currency").asText()).isEqualTo("EUR");
    assertThat(row.path("agrees").isBoolean()).isTrue();
    assertThat(row.path("agrees").asBoolean()).isFalse();
    assertThat(row.path("assessment").asText()).isEqualTo(assessment);
    assertThat(row.path("agent").asText()).isEqualTo("am");
    assertThat(row.path("effortSeconds").asInt()).isEqualTo(90);
    assertThat(row.path("source").asText()).isEqualTo("duecast-console");
    // The book ends in the past: what is recorded now is recorded in its last day.
    assertThat(row.path("recordedAt").asText()).startsWith(today.toString());
    assertThat(detail().path("outcomes")).contains(row);
    assertThat(caller.json("customer?customer=" + text(customer)).path("outcomes")).contains(row);
  }

  @Test
  void theSameSaidAgainCountsOnce() {
    String body =
        "{\"customer\": \"%s\", \"invoice\": \"%s\", \"outcome\": \"NO_ANSWER\"}"
            .formatted(customer, invoice);

    HttpResponse<String> first = record(body, "Idempotency-Key", "twice-said");
    HttpResponse<String> second = record(body, "Idempotency-Key", "twice-said");
    String event = Caller.parse(first.body()).path("event").asText();
    awaited(event);
    rig.awaitProjected();
    HttpResponse<String> third = record(body, "Idempotency-Key", "twice-said");
    HttpResponse<String> other =
        record(body.replace("NO_ANSWER", "REFUSED"), "Idempotency-Key", "twice-said");

    assertThat(Caller.parse(second.body()).path("event").asText()).isEqualTo(event);
    assertThat(caller.all("outcomes?event=" + text(event))).hasSize(1);
    assertThat(third.statusCode()).isEqualTo(200);
    assertThat(Caller.parse(third.body()).path("known").asBoolean()).isTrue();
    assertThat(other.statusCode()).isEqualTo(409);
  }

  @Test
  void aDisputeIsOpenedBesideTheContact() {
    HttpResponse<String> answer =
        record(
            """
            {"customer": "%s", "invoice": "%s", "outcome": "DISPUTED",
             "dispute": {"reason": "PRICE", "amount": "2.50"}, "contactedOn": "%s"}\
            """
                .formatted(customer, invoice, today.minusDays(1)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(
            awaited(Caller.parse(answer.body()).path("event").asText())
                .path("contactedOn")
                .asText())
        .isEqualTo(today.minusDays(1).toString());
    assertThat(rig.facts())
        .filteredOn(DisputeOpened.class::isInstance)
        .singleElement()
        .satisfies(
            it -> {
              DisputeOpened dispute = (DisputeOpened) it;
              assertThat(dispute.invoice().value()).isEqualTo(invoice);
              assertThat(dispute.reasonCode()).isEqualTo("PRICE");
              assertThat(String.valueOf(dispute.disputedAmount())).contains("2.50");
              assertThat(dispute.openedOn()).isEqualTo(today.minusDays(1));
              assertThat(dispute.envelope().eventId())
                  .isNotEqualTo(new EventId(Caller.parse(answer.body()).path("event").asText()));
            });
  }

  @Test
  void aDisputeThatIsOpenIsEnded() {
    JsonNode disputed =
        caller.all("invoices?disputed=true&state=OPEN").stream().findFirst().orElseThrow();
    String who = disputed.path("customer").asText();
    String what = disputed.path("invoice").asText();
    String dispute = "";
    for (JsonNode it :
        caller.json("invoice?customer=" + text(who) + "&invoice=" + text(what)).path("timeLine")) {
      if (it.path("kind").asText().equals("DISPUTED")) {
        dispute = it.at("/detail/dispute").asText();
      }
    }

    HttpResponse<String> answer =
        record(
            """
            {"customer": "%s", "invoice": "%s", "outcome": "OTHER",
             "disputeEnd": {"dispute": "%s", "resolution": "CREDITED"}}\
            """
                .formatted(who, what, dispute));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    String ended = dispute;
    assertThat(rig.facts())
        .filteredOn(DisputeResolved.class::isInstance)
        .singleElement()
        .satisfies(
            it -> {
              DisputeResolved end = (DisputeResolved) it;
              assertThat(end.dispute().value()).isEqualTo(ended);
              assertThat(end.invoice().value()).isEqualTo(what);
              assertThat(end.resolution()).isEqualTo("CREDITED");
              assertThat(end.resolvedOn()).isEqualTo(today);
            });
    assertThat(
            record(
                    """
                    {"customer": "%s", "invoice": "%s", "outcome": "DISPUTED", "dispute": {}}\
                    """
                        .formatted(who, what))
                .statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "400 | no JSON            | {",
        "400 | Trailing           | {} {}",
        "400 | 'mood'             | {'customer': 'C', 'mood': 'good'}",
        "400 | 'effortSeconds'    | {'customer': 'C', 'effortSeconds': 'long'}",
        "400 | 'customer' must    | {'outcome': 'OTHER'}",
        "400 | 'outcome' is one   | {'customer': 'C'}",
        "400 | 'outcome' is one   | {'customer': 'C', 'outcome': 'UNKNOWN'}",
        "404 | no customer nobody | {'customer': 'nobody', 'outcome': 'OTHER'}",
        "404 | no invoice none    | {'customer': 'C', 'invoice': 'none', 'outcome': 'OTHER'}",
        "400 | 'promise' belongs  | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY'}",
        "400 | 'promise' belongs  | {'customer': 'C', 'outcome': 'OTHER', 'promise': {}}",
        "400 | 'invoice' says     | {'customer': 'C', 'outcome': 'PROMISE_TO_PAY', 'promise': {}}",
        "400 | 'promise.on' must  | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {}}",
        "400 | 'promise.on' is a  | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': '31.3.'}}",
        "400 | 'promise.on' is wi | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': 'YESTERDAY'}}",
        "400 | such as 1250.00    | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': 'TODAY', 'amount': '-1'}}",
        "400 | more than nothing  | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': 'TODAY', 'amount': '0.00'}}",
        "400 | more decimals      | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': 'TODAY', 'amount': '1.001'}}",
        "400 | more decimals      | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': 'TODAY', 'amount': '1.250'}}",
        "400 | is more than       | {'customer': 'C', 'invoice': 'I', 'outcome': 'PROMISE_TO_PAY',"
            + " 'promise': {'on': 'TODAY', 'amount': '99999999'}}",
        "400 | 'dispute' belongs  | {'customer': 'C', 'invoice': 'I', 'outcome': 'OTHER',"
            + " 'dispute': {}}",
        "409 | no open dispute D  | {'customer': 'C', 'invoice': 'I', 'outcome': 'OTHER',"
            + " 'disputeEnd': {'dispute': 'D'}}",
        "400 | 'disputeEnd.disp   | {'customer': 'C', 'invoice': 'I', 'outcome': 'OTHER',"
            + " 'disputeEnd': {}}",
        "400 | say them apart     | {'customer': 'C', 'invoice': 'I', 'outcome': 'DISPUTED',"
            + " 'dispute': {}, 'disputeEnd': {}}",
        "400 | has up to 64       | {'customer': 'C', 'invoice': 'I', 'outcome': 'DISPUTED',"
            + " 'dispute': {'reason': ' '}}",
        "400 | 'verdict' is what  | {'customer': 'C', 'invoice': 'I', 'outcome': 'REVIEWED'}",
        "400 | 'verdict.agrees'   | {'customer': 'C', 'invoice': 'I', 'outcome': 'REVIEWED',"
            + " 'verdict': {'assessment': 'a'}}",
        "404 | no assessment a    | {'customer': 'C', 'invoice': 'I', 'outcome': 'REVIEWED',"
            + " 'verdict': {'assessment': 'a', 'agrees': true}}",
        "400 | 'contactedOn'      | {'customer': 'C', 'outcome': 'OTHER', 'contactedOn':"
            + " 'TOMORROW'}",
        "400 | 'channel' is       | {'customer': 'C', 'outcome': 'OTHER', 'channel': '<b>'}",
        "400 | 'agent' is an id   | {'customer': 'C', 'outcome': 'OTHER', 'agent': 'a b'}",
        "400 | from 0 to 86400    | {'customer': 'C', 'outcome': 'OTHER', 'effortSeconds': -1}",
      })
  void whatCannotBeRecordedIsRefusedWithItsReason(int status, String reason, String body) {
    int before = rig.facts().size();

    HttpResponse<String> answer =
        record(
            body.replace('\'', '"')
                .replace("\"C\"", "\"" + customer + "\"")
                .replace("\"I\"", "\"" + invoice + "\"")
                .replace("TOMORROW", today.plusDays(1).toString())
                .replace("YESTERDAY", today.minusDays(1).toString())
                .replace("TODAY", today.toString()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Caller.parse(answer.body()).path("detail").asText()).contains(reason);
    assertThat(answer.body()).doesNotContain("io.duecast");
    assertThat(rig.facts()).hasSize(before);
  }

  @Test
  void aSettledInvoiceIsNeitherPromisedNorDisputed() {
    JsonNode settled = caller.json("invoices?state=SETTLED&limit=1").at("/rows/0");
    String start =
        "{\"customer\": \"%s\", \"invoice\": \"%s\", "
            .formatted(settled.path("customer").asText(), settled.path("invoice").asText());

    assertThat(
            record(
                    start
                        + "\"outcome\": \"PROMISE_TO_PAY\", \"promise\": {\"on\": \""
                        + today
                        + "\"}}")
                .statusCode())
        .isEqualTo(409);
    assertThat(record(start + "\"outcome\": \"DISPUTED\", \"dispute\": {}}").statusCode())
        .isEqualTo(409);
    assertThat(record(start + "\"outcome\": \"PAID_CONFIRMED\"}").statusCode()).isEqualTo(202);
  }

  @Test
  void nobodyJudgesWithHindsight() {
    JsonNode known =
        caller.all("invoices?overdue=true").stream()
            .filter(it -> it.path("assessment").isTextual())
            .findFirst()
            .orElseThrow();

    HttpResponse<String> answer =
        record(
            """
            {"customer": "%s", "invoice": "%s", "outcome": "REVIEWED",
             "verdict": {"assessment": "%s", "agrees": true}}\
            """
                .formatted(
                    known.path("customer").asText(),
                    known.path("invoice").asText(),
                    known.path("assessment").asText()));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("nothing to judge");
  }

  @Test
  void theDescriptionNamesAllThatARecordMayHold() {
    JsonNode post = caller.json("openapi.json").path("paths").path(PATH).path("post");
    JsonNode form = post.at("/requestBody/content/application~1json/schema/properties");

    List<String> names = new ArrayList<>();
    form.fieldNames().forEachRemaining(names::add);
    assertThat(names).contains("customer", "invoice", "outcome", "contactedOn").hasSize(11);
    assertThat(form.at("/promise/properties/on/type").asText()).isEqualTo("string");
    assertThat(form.at("/verdict/properties/agrees/type").asText()).isEqualTo("boolean");
    assertThat(form.at("/effortSeconds/type").asText()).isEqualTo("integer");
    assertThat(post.path("responses").has("202")).isTrue();
  }

  @Test
  void onlyOurOwnPagesAndToolsRecord() {
    String body = "{\"customer\": \"%s\", \"outcome\": \"OTHER\"}".formatted(customer);
    int before = rig.facts().size();

    assertThat(caller.post(PATH, body, "Content-Type", "text/plain").statusCode()).isEqualTo(415);
    assertThat(
            caller
                .post(PATH, body, "Content-Type", "application/x-www-form-urlencoded")
                .statusCode())
        .isEqualTo(415);
    assertThat(caller.post(PATH, body).statusCode()).isEqualTo(415);
    assertThat(record(body, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(record(body, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
    assertThat(record(body, "Origin", "http://elsewhere.example").statusCode()).isEqualTo(403);
    assertThat(record(body, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(record("{\"customer\": \"" + "x".repeat(1_100_000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(record(body, "Idempotency-Key", "no spaces here").statusCode()).isEqualTo(400);
    assertThat(rig.facts()).hasSize(before);

    assertThat(record(body, "Origin", console.address().toString()).statusCode()).isEqualTo(202);
  }

  @Test
  void whoWasRightIsWhatTheBookSays() {
    List<RiskAssessed> judged = assessments();
    Map<String, LabelledInvoice> labels = new HashMap<>();
    Map<String, Standing> standings = new HashMap<>();
    for (Written it : BOOK) {
      if (it.value() instanceof ReceivableChanged changed) {
        standings.put(changed.customer() + "/" + changed.invoice(), changed.after());
      }
      if (it.value() instanceof LabelledInvoice label) {
        labels.merge(
            label.customer() + "/" + label.invoice(),
            label,
            (was, now) -> now.revision() > was.revision() ? now : was);
      }
    }
    Map<String, Boolean> agrees = new HashMap<>();
    int at = 0;
    for (RiskAssessed it : judged) {
      boolean isAgreed = at++ % 3 != 0;
      // The first word is taken back by a second.
      rig.write(Topics.COLLECTIONS_EVENTS, verdict(it, "first", !isAgreed, 1, day(it)));
      rig.write(Topics.COLLECTIONS_EVENTS, verdict(it, "second", isAgreed, 2, day(it)));
      rig.write(
          Topics.COLLECTIONS_EVENTS,
          verdict(
              it,
              "hindsight",
              !isAgreed,
              3,
              standings.get(it.customer() + "/" + it.invoice()).dueOn().plusDays(1)));
      agrees.put(it.assessmentId(), isAgreed);
    }
    rig.awaitProjected();

    long inTime = 0;
    long decided = 0;
    long bothRight = 0;
    long collectorRight = 0;
    long modelRight = 0;
    long agreed = 0;
    for (RiskAssessed it : judged) {
      Standing standing = standings.get(it.customer() + "/" + it.invoice());
      LocalDate settledOn = standing.settledOn();
      if (day(it).isAfter(standing.dueOn())
          || (settledOn != null && !day(it).isBefore(settledOn))) {
        continue;
      }
      inTime++;
      LabelledInvoice label = labels.get(it.customer() + "/" + it.invoice());
      Label late = label == null ? Label.UNKNOWN : label.label(0);
      if (late != Label.LATE && late != Label.ON_TIME) {
        continue;
      }
      decided++;
      boolean isModelRight = it.probabilityLate() >= 0.5 == (late == Label.LATE);
      boolean isAgreed = agrees.get(it.assessmentId());
      agreed += isAgreed ? 1 : 0;
      bothRight += isAgreed && isModelRight ? 1 : 0;
      modelRight += !isAgreed && isModelRight ? 1 : 0;
      collectorRight += !isAgreed && !isModelRight ? 1 : 0;
    }
    JsonNode told = null;
    for (JsonNode it : caller.json("verdicts").path("byAgent")) {
      if (it.path("agent").asText().equals("judge")) {
        told = it;
      }
    }
    assertThat(told).isNotNull();
    assertThat(told.path("verdicts").asLong()).isEqualTo(inTime);
    assertThat(told.path("decided").asLong()).isEqualTo(decided).isPositive();
    assertThat(told.path("agreed").asLong()).isEqualTo(agreed);
    assertThat(told.path("disagreed").asLong()).isEqualTo(decided - agreed);
    assertThat(told.path("bothRight").asLong()).isEqualTo(bothRight).isPositive();
    assertThat(told.path("collectorRight").asLong()).isEqualTo(collectorRight).isPositive();
    assertThat(told.path("modelRight").asLong()).isEqualTo(modelRight).isPositive();
  }

  /** The first assessment of each invoice. */
  private static List<RiskAssessed> assessments() {
    Map<String, RiskAssessed> first = new LinkedHashMap<>();
    for (Written it : BOOK) {
      if (it.value() instanceof RiskAssessed risk && risk.role() != ScorerRole.SHADOW) {
        first.putIfAbsent(risk.customer() + "/" + risk.invoice(), risk);
      }
    }
    return List.copyOf(first.values());
  }

  private static CollectionOutcome verdict(
      RiskAssessed about, String word, boolean agrees, int second, LocalDate on) {
    Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    CustomerId who = about.customer();
    InvoiceId what = about.invoice();
    return new CollectionOutcome(
        new Envelope(
            new EventId(word + ":" + about.assessmentId()), at, at, at, "a test", null, false),
        who,
        what,
        OutcomeKind.REVIEWED,
        null,
        new Verdict(about.assessmentId(), agrees),
        null,
        "judge",
        null,
        on);
  }

  private static LocalDate day(RiskAssessed it) {
    return LocalDate.ofInstant(it.recordedAt(), ZoneOffset.UTC);
  }

  private static HttpResponse<String> record(String body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json; charset=utf-8";
    return caller.post(PATH, body, all);
  }

  private static JsonNode awaited(String event) {
    ConsoleRig.await(() -> !caller.all("outcomes?event=" + text(event)).isEmpty());
    return caller.all("outcomes?event=" + text(event)).getFirst();
  }

  private static JsonNode detail() {
    return caller.json("invoice?customer=" + text(customer) + "&invoice=" + text(invoice));
  }

  private static String text(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
