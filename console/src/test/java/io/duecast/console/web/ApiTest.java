package io.duecast.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.console.projection.Projector;
import io.duecast.service.launch.StartException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The API over what a real projector makes of a simulated book. */
class ApiTest {
  private static final List<Written> BOOK = SimulatedBook.of(25, 150);
  private static final int LATER = BOOK.size() / 10;

  private static ConsoleRig rig;
  private static Projector projector;
  private static ConsoleServer server;
  private static Caller caller;

  @BeforeAll
  static void open() throws Exception {
    rig = new ConsoleRig();
    projector = rig.projector();
    projector.start();
    server =
        ConsoleServer.start(
            ListenAddress.of("127.0.0.1:0", "console.address"), rig.database().jdbi(), projector);
    caller = new Caller(server.address());
    everyNumberIsThatOfTheTopicsAtThreeOffsets();
  }

  @AfterAll
  static void close() {
    server.close();
    projector.close();
    rig.close();
  }

  /** First of all, for it needs a book that grows. */
  private static void everyNumberIsThatOfTheTopicsAtThreeOffsets() {
    int from = 0;
    for (int to : List.of(BOOK.size() / 3, BOOK.size() * 2 / 3, BOOK.size() - LATER)) {
      rig.write(BOOK.subList(from, to));
      rig.awaitProjected();
      from = to;
      BookTwin twin = BookTwin.of(BOOK.subList(0, to));

      List<String> told = new ArrayList<>();
      caller.all("invoices?limit=500").forEach(it -> told.add(line(it)));
      assertThat(told.stream().sorted()).containsExactlyElementsOf(sorted(twin.invoices()));
      for (JsonNode currency : caller.json("overview").path("currencies")) {
        String code = currency.path("currency").asText();
        Map<String, String> figures = new TreeMap<>();
        caller
            .json("overview?days=60&currency=" + code)
            .path("figures")
            .forEach(it -> figures.put(it.path("figure").asText(), it.path("value").asText()));
        assertThat(figures).as(code).isEqualTo(twin.figures(code, 60));
      }
    }
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  private static String line(JsonNode it) {
    return "%s/%s %s %s %s %s %s"
        .formatted(
            it.path("customer").asText(),
            it.path("invoice").asText(),
            it.path("state").asText(),
            it.path("dueOn").asText(),
            it.path("balance").asText(),
            it.path("band").asText(),
            it.path("expectedLate").asText());
  }

  @Test
  void partsOfAListMakeUpTheWholeInWhicheverOrder() {
    for (Listing listing : Listings.all()) {
      for (Sort sort : listing.sorts()) {
        for (String way : List.of("", "-")) {
          String query = listing.path() + "?sort=" + way + sort.name();
          List<JsonNode> small = caller.all(query + "&limit=37");
          assertThat(small).as(query).isEqualTo(caller.all(query + "&limit=500"));
          assertThat(small).as(query).doesNotHaveDuplicates();
        }
      }
    }
  }

  @Test
  void theWorklistIsRankedByWhatIsExpectedLate() {
    List<JsonNode> rows = caller.all("worklist?currency=EUR");
    assertThat(rows).hasSizeGreaterThan(5);
    List<Double> ranks = rows.stream().map(it -> it.path("expectedLate").asDouble()).toList();
    assertThat(ranks).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(rows).allMatch(it -> it.path("state").asText().equals("OPEN"));
    assertThat(rows.getFirst().path("reasons").get(0).path("sentence").asText()).isNotBlank();
  }

  @Test
  void filtersLeaveOutWhatIsNotAsked() {
    List<JsonNode> all = caller.all("invoices?limit=500");
    assertThat(caller.all("invoices?state=OPEN&band=HIGH,VERY_HIGH&limit=500"))
        .hasSameSizeAs(
            all.stream()
                .filter(it -> it.path("state").asText().equals("OPEN"))
                .filter(it -> it.path("band").asText().endsWith("HIGH"))
                .toList());
    assertThat(caller.all("invoices?overdue=true&limit=500"))
        .isNotEmpty()
        .allMatch(it -> it.path("daysPastDue").asInt() > 0);
  }

  @Test
  void anInvoiceIsToldWithItsLifeInTheLanguageThatIsAsked() {
    JsonNode row = caller.all("invoices?state=SETTLED").getFirst();
    String path =
        "invoice?customer="
            + row.path("customer").asText()
            + "&invoice="
            + row.path("invoice").asText();

    JsonNode detail = caller.json(path + "&lang=de");

    assertThat(detail.path("timeLine").get(0).path("kind").asText()).isEqualTo("OPENED");
    assertThat(detail.path("timeLine").findValuesAsText("kind")).contains("SETTLED");
    JsonNode assessment = detail.path("assessments").get(0);
    assertThat(assessment.path("features").size()).isGreaterThan(3);
    assertThat(assessment.path("reasons").get(0).path("sentence").asText())
        .isNotEqualTo(
            caller
                .json(path)
                .path("assessments")
                .get(0)
                .path("reasons")
                .get(0)
                .path("sentence")
                .asText());
    assertThat(detail.path("label").path("late").asText()).isIn("ON_TIME", "LATE", "EXCLUDED");
  }

  @Test
  void aCustomerIsToldWithWhatItOwes() {
    JsonNode row = caller.all("customers").getFirst();
    JsonNode detail = caller.json("customer?customer=" + row.path("customer").asText());
    assertThat(detail.path("customer").path("openInvoices").asInt())
        .isEqualTo(
            caller
                .all("invoices?state=OPEN&limit=500&customer=" + row.path("customer").asText())
                .size());
  }

  @Test
  void whatCannotBeAnsweredIsAProblemAndSaysWhy() {
    problem("invoices?colour=red", 400, "no parameter 'colour'");
    problem("invoices?limit=0", 400, "1 to 500");
    problem("invoices?after=rubbish", 400, "cursors");
    problem("invoices?after=WyJhIl0", 400, "cursors");
    problem("invoices?sort=customer;drop", 400, "'sort' is one of");
    problem("invoices?dueFrom=tomorrow", 400, "2026-03-31");
    problem("invoices?format=pdf", 400, "json, csv or xlsx");
    problem("invoice?customer=nobody&invoice=I-1", 404, "nobody has no invoice");
    problem("customer?customer=nobody", 404, "no customer nobody");
    problem("invoice?customer=nobody", 400, "'invoice' must be given");
    problem("nothing", 404, "/api/v1/nothing");
    problem("overview?asOf=yesterday", 400, "2026-03-31");
  }

  private static void problem(String path, int status, String detail) {
    HttpResponse<String> answer = caller.get("/api/v1/" + path);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(Caller.parse(answer.body()).path("detail").asText()).contains(detail);
  }

  @Test
  void quotesAndPercentSignsAreTextAndNothingElse() {
    for (String odd : List.of("%27%20or%20true--", "%25", "%5C", "%00", "%22%3B")) {
      assertThat(caller.all("invoices?customer=" + odd)).as(odd).isEmpty();
      assertThat(caller.all("customers?name=" + odd)).as(odd).isEmpty();
    }
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    HttpResponse<String> first = caller.get("/api/v1/models");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(caller.get("/api/v1/models", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void everyListIsAlsoAFileForASpreadsheet() {
    int rows = caller.all("invoices?limit=500").size();
    String csv = caller.get("/api/v1/invoices?format=csv").body();
    assertThat(csv.lines()).hasSize(rows + 1);
    assertThat(csv.lines().findFirst().orElseThrow()).startsWith("customer,customerName");
    for (Listing listing : Listings.all()) {
      byte[] file = caller.bytes("/api/v1/" + listing.path() + "?format=xlsx").body();
      assertThat(file).as(listing.path()).startsWith((byte) 'P', (byte) 'K');
    }
  }

  @Test
  void itsDescriptionNamesEverythingThatCanBeAsked() {
    JsonNode paths = caller.json("openapi.json").path("paths");
    Iterator<String> names = paths.fieldNames();
    int lists = 0;
    while (names.hasNext()) {
      String path = names.next();
      JsonNode columns =
          paths
              .path(path)
              .at("/get/responses/200/content/application~1json/schema/properties/rows")
              .at("/items/properties");
      if (!columns.isMissingNode()) {
        lists++;
        for (JsonNode row : caller.json(path.substring("/api/v1/".length())).path("rows")) {
          List<String> told = new ArrayList<>();
          row.fieldNames().forEachRemaining(told::add);
          List<String> described = new ArrayList<>();
          columns.fieldNames().forEachRemaining(described::add);
          assertThat(told).as(path).isEqualTo(described);
        }
      }
    }
    assertThat(lists).isEqualTo(Listings.all().size());
    assertThat(paths.size()).isEqualTo(Listings.all().size() + Api.Single.all().size());
  }

  @Test
  @Timeout(120)
  void anOpenPageHearsOfWhatMoves() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/api/v1/moves"))
            .header("Accept", "text/event-stream")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofLines());
      Iterator<String> lines = answer.body().iterator();
      assertThat(lines.next()).isEqualTo(": here");
      rig.write(BOOK.subList(BOOK.size() - LATER, BOOK.size()));
      String line = lines.next();
      while (!line.startsWith("data:") || !line.contains("receivables")) {
        line = lines.next();
      }
      answer.body().close();
      client.shutdownNow();
      rig.awaitProjected();
    }
  }

  @Test
  void everyAnswerForbidsWhatAPageDoesNotNeed() {
    for (String path : List.of("/", "/worklist", "/api/v1/freshness", "/assets/none.js")) {
      var headers = caller.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Server")).isEmpty();
    }
  }

  @Test
  void filesThatAreNotMeantForItAreNotServed() {
    for (String path :
        List.of("/assets/..%2f..%2fmigration%2fV1__read_model.sql", "/assets/index.html", "/x")) {
      assertThat(caller.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void aPageThatHasItsOwnNamePointHereGetsNothing() {
    assertThat(ListenAddress.isOurs("evil.example:8470")).isFalse();
    assertThat(ListenAddress.isOurs("localhost:8470")).isTrue();
    assertThat(ListenAddress.isOurs("127.0.0.1")).isTrue();
    assertThat(ListenAddress.isOurs("127.0.0.1.evil.example")).isFalse();
  }

  @Test
  void whereEverybodyCouldReachItItDoesNotStart() {
    for (String address : List.of("0.0.0.0:8470", "[::]:8470", "192.0.2.1:8470")) {
      assertThatThrownBy(() -> ListenAddress.of(address, "console.address"))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("can be reached from outside");
    }
    assertThat(ListenAddress.of("[::1]:0", "console.address").host()).isEqualTo("::1");
    assertThat(URI.create("http://[::1]:1").getHost()).isEqualTo("[::1]");
  }
}
