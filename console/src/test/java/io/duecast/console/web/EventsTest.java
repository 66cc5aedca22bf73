package io.duecast.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.console.ConsoleRig;
import io.duecast.console.log.FactReader;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentSettled;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.wire.Schemas;
import io.duecast.wire.Topics;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.Trust;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.allegro.schema.json2avro.converter.AvroJsonConverter;
import tech.allegro.schema.json2avro.converter.conversions.DecimalAsStringConversion;

/** Facts over HTTP: on their topics as told, or refused with a reason. */
class EventsTest {
  private static final String PATH = "/api/v1/events";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static RunningConsole console;
  private static ConsoleRig rig;
  private static Caller caller;

  @BeforeAll
  static void open() throws Exception {
    console = new RunningConsole(ZoneOffset.UTC, null);
    rig = console.rig();
    caller = console.caller();
  }

  @AfterAll
  static void close() {
    console.close();
  }

  private static HttpResponse<String> put(String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return caller.post(PATH, body, all);
  }

  private static String invoice(String id, String more) {
    return """
    {"specversion":"1.0","type":"io.duecast.InvoiceIssued","id":"%s","source":"erp","subject":"x",
     "time":"2026-03-02T08:00:00Z","recordedat":"2026-03-02T09:00:00.5Z",
     "data":{"invoice":"0042-%s","customer":"c-1","documentType":"INVOICE",
       "issuedOn":"2026-03-02","dueOn":"2026-04-01",
       "payable":{"amount":12345678901234.5601,"currency":"EUR"},
       "attributes":{"channel":"web","weight":1.5}%s}}\
    """
        .formatted(id, id, more);
  }

  private static long ends() {
    return Set.of(
            Topics.INVOICE_EVENTS,
            Topics.PAYMENT_EVENTS,
            Topics.COLLECTIONS_EVENTS,
            Topics.CUSTOMER_EVENTS)
        .stream()
        .mapToLong(it -> rig.records(it).size())
        .sum();
  }

  @Test
  void whatIsToldIsOnItsTopicToTheCent() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    HttpResponse<String> answer =
        put(
            "["
                + invoice("told-1", "")
                + """
                ,{"type":"PaymentSettled","id":"told-2","source":"erp",
                  "data":{"invoice":"0042-told-1","customer":"c-1","settledOn":"2026-04-03"}},
                 {"type":"CustomerUpdated","id":"told-3","source":"crm",
                  "data":{"customer":"c-1","name":"Müller & Söhne","effectiveFrom":"2026-01-01"}}]\
                """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(Caller.parse(answer.body()).path("events").toString())
        .isEqualTo("[\"told-1\",\"told-2\",\"told-3\"]");
    var issued =
        rig.records(Topics.INVOICE_EVENTS).stream()
            .filter(it -> it.value().envelope().eventId().value().equals("told-1"))
            .findFirst()
            .orElseThrow();
    assertThat(issued.key()).isEqualTo("c-1");
    assertThat(issued.timestamp())
        .isEqualTo(Instant.parse("2026-03-02T09:00:00.500Z").toEpochMilli());
    assertThat(new String(issued.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
        .isEqualTo("told-1");
    InvoiceIssued invoice = (InvoiceIssued) issued.value();
    assertThat(invoice.payable()).hasToString("12345678901234.5601 EUR");
    assertThat(invoice.dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(invoice.envelope().occurredAt()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    assertThat(invoice.envelope().ingestedAt()).isAfterOrEqualTo(before);
    assertThat(invoice.envelope().replayed()).isFalse();
    assertThat(rig.records(Topics.PAYMENT_EVENTS))
        .anySatisfy(it -> assertThat(it.value()).isInstanceOf(PaymentSettled.class));
    assertThat(rig.records(Topics.CUSTOMER_EVENTS))
        .anySatisfy(it -> assertThat(it.value().name()).isEqualTo("Müller & Söhne"));
  }

  /**
   * What is told by the fields of the schema is the fact itself: all kinds that a company emits.
   */
  @Test
  void everyFactOfACompanySurvivesJson() throws Exception {
    FactReader reader = new FactReader();
    AvroJsonConverter writer = new AvroJsonConverter(DecimalAsStringConversion.INSTANCE);
    Set<Class<?>> kinds = new HashSet<>();
    int count = 0;
    for (Arrival arrival :
        (Iterable<Arrival>) Economy.of(EconomySettings.demo().withCustomers(40))::arrivals) {
      if (!(arrival instanceof Arrival.OfFact it)) {
        continue;
      }
      Fact fact = it.event();
      kinds.add(fact.getClass());
      Map<String, Object> data = json(writer, fact);
      data.remove("envelope");
      assertThat(reader.read(fact.getClass().getSimpleName(), data, fact.envelope()))
          .isEqualTo(onTheWire(fact));
      if (++count == 3_000) {
        break;
      }
    }
    assertThat(count).isEqualTo(3_000);
    assertThat(kinds).contains(InvoiceIssued.class, CollectionOutcome.class);
  }

  /** Avro's decimals have no trailing zeros. */
  private static Fact onTheWire(Fact fact) {
    RecordCodec<? extends Fact> codec = codec(fact);
    return codec.readerOf(codec.schema()).read(bytes(codec, fact), 0);
  }

  private static RecordCodec<? extends Fact> codec(Fact fact) {
    return RecordCodec.of(fact.getClass(), Schemas.of(fact.getClass()), Trust.OUTSIDE);
  }

  private static <T extends Fact> byte[] bytes(RecordCodec<T> codec, Fact fact) {
    return codec.write(codec.type().cast(fact));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(AvroJsonConverter writer, Fact fact) throws IOException {
    RecordCodec<? extends Fact> codec = codec(fact);
    return MAPPER.readValue(writer.convertToJson(bytes(codec, fact), codec.schema()), Map.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"dueOn\":\"2026-02-30\"                          | dueOn",
        "\"dueOn\":\"12/04/2026\"                          | dueOn",
        "\"payable\":{\"amount\":\"1.23456\",\"currency\":\"EUR\"} | payable.amount",
        "\"payable\":{\"amount\":\"much\",\"currency\":\"EUR\"}    | payable.amount",
        "\"payable\":{\"amount\":-5,\"currency\":\"EUR\"}     | not positive",
        "\"payable\":{\"amount\":5,\"currency\":\"QQQ\"}      | QQQ",
        "\"payable\":{\"amount\":1e30,\"currency\":\"EUR\"}   | payable.amount",
        "\"payable\":{\"amount\":5}                        | 'payable' is not what the schema of"
            + " InvoiceIssued says",
        "\"documentType\":\"RECEIPT\"                      | documentType",
        "\"paidOn\":\"2026-01-01\"                         | paidOn",
        "\"customer\":\"  \"                               | customer",
        "\"issuedOn\":\"1066-10-14\"                       | 1066",
        "\"termDays\":30.5                                 | termDays",
        "\"termDays\":3000000000                           | termDays",
        "\"envelope\":{}                                   | no envelope",
      })
  void whatBreaksTheContractIsRefusedWithItsPlace(String field, String told) throws Exception {
    String name = field.strip().replaceAll("^\"(\\w+)\".*", "$1");
    JsonNode event = MAPPER.readTree(invoice("bad", ""));
    ((com.fasterxml.jackson.databind.node.ObjectNode) event.path("data"))
        .set(name, MAPPER.readTree("{" + field + "}").path(name));
    long before = ends();

    HttpResponse<String> answer = put("[" + invoice("good-beside-" + name, "") + "," + event + "]");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = Caller.parse(answer.body());
    assertThat(problem.at("/errors/0/event").asInt()).isEqualTo(2);
    assertThat(problem.at("/errors/0/reason").asText()).contains(told).doesNotContain("union");
    assertThat(problem.path("errors")).hasSize(1);
    assertThat(ends()).as("all or none").isEqualTo(before);
  }

  @Test
  void whatIsNoEventIsRefused() {
    long before = ends();
    for (String body :
        List.of(
            "",
            "7",
            "[7]",
            "{",
            "{\"type\":\"InvoiceIssued\"} x",
            "{\"type\":\"DayOpened\",\"id\":\"a\",\"source\":\"s\",\"data\":{}}",
            "{\"type\":\"InvoiceIssued\",\"source\":\"s\",\"data\":{}}",
            "{\"type\":\"InvoiceIssued\",\"id\":\"a\",\"source\":\"s\",\"data\":{}}",
            "{\"type\":\"InvoiceIssued\",\"id\":\"a\",\"data\":{}}",
            "{\"type\":\"InvoiceIssued\",\"id\":\"a\",\"source\":\"s\"}",
            invoice("a", "").replace("\"1.0\"", "\"0.3\""),
            invoice("a", "").replace("2026-03-02T09:00:00.5Z", "2199-03-02T09:00:00Z"),
            invoice("a", "").replace("2026-03-02T08:00:00Z", "yesterday"),
            "[" + "{},".repeat(500) + "{}]")) {
      HttpResponse<String> answer = put(body);
      assertThat(answer.statusCode()).as("%.80s: %s", body, answer.body()).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("Exception").doesNotContain("java.");
    }
    assertThat(put(invoice("a", ",\"x\":\"" + "y".repeat(1_100_000) + "\"")).statusCode())
        .isEqualTo(413);
    assertThat(caller.post(PATH, invoice("a", ""), "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
    assertThat(put(invoice("a", ""), "Idempotency-Key", "x").statusCode()).isEqualTo(400);
    assertThat(ends()).isEqualTo(before);
  }

  @Test
  void theSameKeyMakesTheSameEvents() {
    String body =
        "[{\"type\":\"PaymentSettled\",\"source\":\"bank\",\"data\":{\"invoice\":\"i\","
            + "\"customer\":\"c-2\",\"settledOn\":\"2026-04-03\"}}]";

    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      answers.add(put(body, "Idempotency-Key", "statement-2026-04-03").body());
    }

    assertThat(answers).containsOnly("{\"events\":[\"statement-2026-04-03:1\"]}");
  }
}
