package io.duecast.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.forecast.CashAccuracy;
import io.duecast.service.launch.StartException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.Adler32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The API over what a real projector makes of a simulated book. */
class ApiTest {
  private static final List<Written> BOOK = SimulatedBook.of(25, 150);
  private static final int LATER = BOOK.size() / 10;

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private static RunningConsole console;
  private static ConsoleRig rig;
  private static Caller caller;

  @BeforeAll
  static void open() throws Exception {
    console = new RunningConsole(ZONE, null);
    rig = console.rig();
    caller = console.caller();
    everyNumberIsThatOfTheTopicsAtThreeOffsets();
  }

  @AfterAll
  static void close() {
    console.close();
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
      whatFinanceReadsIsThatOfTheTopics(FinanceTwin.of(BOOK.subList(0, to)));
    }
  }

  private static void whatFinanceReadsIsThatOfTheTopics(FinanceTwin twin) {
    for (JsonNode currency : caller.json("reserves").path("currencies")) {
      String code = currency.path("currency").asText();
      JsonNode told = caller.json("reserves?days=40&currency=" + code);
      List<String> lines = new ArrayList<>();
      told.path("cells")
          .forEach(
              it ->
                  lines.add(
                      "%s/%s/%d %s %s"
                          .formatted(
                              it.path("entity").asText(),
                              it.path("segment").asText(),
                              it.path("bucket").asInt(),
                              it.path("exposure").asText(),
                              it.path("reserve").asText())));
      lines.add(
          texts(told.path("movement"), "opening", "byReceivables", "byRates", "used", "closing"));
      told.path("history").forEach(it -> lines.add(texts(it, "day", "reserve")));
      assertThat(sorted(lines)).as(code).isEqualTo(twin.reserves(code, 40));
      // The book may be cut within its last day: the one before is whole.
      LocalDate whole = LocalDate.parse(told.path("asOf").asText()).minusDays(1);
      JsonNode before = caller.json("reserves?currency=" + code + "&asOf=" + whole);
      String closing = before.at("/movement/closing").asText();
      assertThat(sum(before.path("cells"), "/reserve")).as(code).isEqualByComparingTo(closing);
      assertThat(sum(before.path("matrix"), "/reserve")).as(code).isEqualByComparingTo(closing);
      assertThat(before.at("/total/reserve").asText()).as(code).isEqualTo(closing);
    }
    for (JsonNode currency : caller.json("cash").path("currencies")) {
      String code = currency.path("currency").asText();
      JsonNode told = caller.json("cash?currency=" + code);
      List<String> lines = new ArrayList<>();
      told.path("weeks").forEach(it -> lines.add(texts(it, "week", "expected", "p10", "p90")));
      List<JsonNode> over =
          caller.all("cash-forecasts?limit=500&currency=" + code).stream()
              .filter(it -> it.path("asOf").equals(it.path("week")) && !it.path("came").isNull())
              .toList();
      over.reversed()
          .forEach(it -> lines.add(it.path("week").asText() + " came " + it.path("came").asText()));
      assertThat(told.path("before").size()).isEqualTo(Math.min(13, over.size()));
      JsonNode accuracy = told.path("accuracy");
      CashAccuracy expected = twin.accuracy(code);
      assertThat(accuracy.path("weeks").asInt()).isEqualTo(expected.weeks());
      same(accuracy.path("wape"), expected.wape());
      same(accuracy.path("wapeByDueDate"), expected.wapeByDueDate());
      same(accuracy.path("wapeByCustomerDelay"), expected.wapeByDelay());
      same(accuracy.path("bandHeld"), expected.coverage());
      assertThat(lines).as(code).isEqualTo(twin.cash(code));
    }
    Map<String, Integer> segments = new TreeMap<>();
    caller
        .json("segments")
        .path("segments")
        .forEach(it -> segments.put(it.path("riskSegment").asText(), it.path("customers").asInt()));
    assertThat(segments).isEqualTo(twin.segments());
  }

  private static String texts(JsonNode it, String... names) {
    return Arrays.stream(names)
        .map(name -> it.path(name).asText())
        .collect(Collectors.joining(" "));
  }

  /** To the seven digits that the statement's own figures have. */
  private static void same(JsonNode told, BigDecimal expected) {
    assertThat(told.isNumber()).isEqualTo(expected != null);
    if (expected != null) {
      assertThat(told.asDouble()).isCloseTo(expected.doubleValue(), withinPercentage(1e-4));
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
  void whatIsChosenOfTheOverviewIsChosenOfAllOfIt() {
    Set<String> segments = new TreeSet<>();
    caller.all("customers?limit=500").forEach(it -> segments.add(it.path("segment").asText()));
    segments.remove("null");
    assertThat(segments).hasSizeGreaterThan(1);
    for (String segment : segments) {
      String chosen = "currency=EUR&segment=" + URLEncoder.encode(segment, UTF_8);
      JsonNode part = caller.json("overview?" + chosen);
      BigDecimal listed = sum(caller.all("invoices?limit=500&state=OPEN&" + chosen), "/balance");
      assertThat(sum(part.path("bands"), "/open")).as(segment).isEqualByComparingTo(listed);
      assertThat(tile(part)).as(segment).isEqualByComparingTo(listed);
      assertThat(part.path("currencies").size())
          .isEqualTo(caller.json("overview").path("currencies").size());
    }
    assertThat(tile(caller.json("overview?currency=EUR")))
        .isEqualByComparingTo(
            sum(caller.all("invoices?limit=500&state=OPEN&currency=EUR"), "/balance"));
    assertThat(tile(caller.json("overview?currency=EUR&entity=nobody"))).isZero();
    assertThat(caller.json("overview?currency=EUR&entity=nobody").path("changed")).isEmpty();
  }

  private static BigDecimal tile(JsonNode overview) {
    List<JsonNode> of = new ArrayList<>();
    overview.path("currencies").forEach(it -> of.add(it));
    return of.stream()
        .filter(it -> it.path("currency").asText().equals("EUR"))
        .map(it -> new BigDecimal(it.path("open").asText()))
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal sum(Iterable<JsonNode> rows, String amount) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode it : rows) {
      sum = sum.add(new BigDecimal(it.at(amount).asText()));
    }
    return sum;
  }

  @Test
  void todayBeginsWhenTheCompanysDayDoes() {
    LocalDate today = LocalDate.parse(caller.json("overview").path("today").asText());
    long changed =
        ((Number)
                rig.rows(
                        "select count(*) as n from invoice_events join invoices using (customer,"
                            + " invoice) where invoices.currency = 'EUR' and"
                            + " invoice_events.recorded_at >= ?",
                        today.atStartOfDay(ZONE).toOffsetDateTime())
                    .getFirst()
                    .get("n"))
            .longValue();
    long told = 0;
    for (JsonNode it : caller.json("overview?currency=EUR").path("changed")) {
      told += it.path("count").asLong();
    }
    assertThat(told).isEqualTo(changed);
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

  @Test
  void aValueThatTheDatabaseDoesNotKnowIsAMistakeOfWhoAsks() {
    problem("invoices?dueFrom=%2B5880000-01-01", 400, "22008: date out of range");
    String after = new Cursor("issued:falling", "soon", List.of("a", "b")).text();
    problem("invoices?after=" + after, 400, "22007: invalid input syntax for type date");
  }

  @Test
  void aQuestionThatTakesTooLongIsGivenUpAndSaysSo() {
    rig.database()
        .writing()
        .useTransaction(
            handle -> {
              handle.execute("lock table model_releases in access exclusive mode");
              problem("models", 503, "5 seconds");
            });
    assertThat(caller.get("/api/v1/models").statusCode()).isEqualTo(200);
  }

  @Test
  void whoAsksCanChangeNothing() {
    assertThatThrownBy(
            () ->
                rig.database().reading().useHandle(it -> it.execute("delete from model_releases")))
        .hasMessageContaining("read-only transaction");
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
    for (String known : List.of(tag, "W/\"other\", " + tag, "*")) {
      HttpResponse<String> again = caller.get("/api/v1/models", "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
    assertThat(caller.get("/api/v1/models", "If-None-Match", "W/\"other\"").body())
        .isEqualTo(first.body());
  }

  @Test
  void twoAnswersThatAWeakSumCannotTellApartHaveTwoNames() {
    byte[] one = {2, 0, 2};
    byte[] other = {1, 2, 1};
    assertThat(adler(one)).isEqualTo(adler(other));
    assertThat(EntityTag.of(one)).isNotEqualTo(EntityTag.of(other)).matches("W/\"[0-9a-f]{32}\"");
  }

  private static long adler(byte[] body) {
    Adler32 sum = new Adler32();
    sum.update(body);
    return sum.getValue();
  }

  @Test
  void everyListIsAlsoAFileForASpreadsheet() throws Exception {
    for (Listing listing : Listings.all()) {
      List<JsonNode> rows = caller.all(listing.path() + "?limit=500");
      String csv = caller.get("/api/v1/" + listing.path() + "?format=csv").body();
      try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(csv)) {
        String first = listing.columns().getFirst().name();
        assertThat(lines.stream().map(it -> it.getField(first)))
            .as(listing.path())
            .containsExactlyElementsOf(rows.stream().map(it -> it.path(first).asText()).toList());
      }
      var answer = caller.bytes("/api/v1/" + listing.path() + "?format=xlsx");
      assertThat(answer.headers().firstValueAsLong("Content-Length"))
          .hasValue(answer.body().length);
      assertThat(ExcelSheetTest.rows(answer.body())).as(listing.path()).isEqualTo(rows.size() + 1);
    }
  }

  @Test
  void aFileThatCannotBeWrittenWholeIsNotBegun() {
    String after = new Cursor("issued:falling", "soon", List.of("a", "b")).text();
    for (String format : List.of("csv", "xlsx")) {
      String path = "invoices?format=" + format + "&after=" + after;
      problem(path, 400, "22007: invalid input syntax for type date");
      assertThat(caller.get("/api/v1/" + path).headers().firstValue("Content-Disposition"))
          .isEmpty();
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
    assertThat(paths.has("/api/v1/session") && paths.has("/api/v1/events")).isTrue();
    assertThat(paths.size()).isEqualTo(Listings.all().size() + Api.Single.all().size() + 2);
  }

  @Test
  @Timeout(120)
  void anOpenPageHearsOfWhatMoves() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(console.address().resolve("/api/v1/moves"))
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
  void pagesOfSomebodyElseAskTheApiInVain() {
    for (String site : List.of("cross-site", "same-site")) {
      assertThat(caller.get("/api/v1/freshness", "Sec-Fetch-Site", site).statusCode())
          .as(site)
          .isEqualTo(403);
      assertThat(caller.get("/worklist", "Sec-Fetch-Site", site).statusCode()).isEqualTo(200);
    }
    for (String site : List.of("same-origin", "none")) {
      assertThat(caller.get("/api/v1/freshness", "Sec-Fetch-Site", site).statusCode())
          .as(site)
          .isEqualTo(200);
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
    ListenAddress own = ListenAddress.of("127.0.0.1:8470", "", false);
    assertThat(own.isOurs("evil.example:8470")).isFalse();
    assertThat(own.isOurs("localhost:8470")).isTrue();
    assertThat(own.isOurs("127.0.0.1")).isTrue();
    assertThat(own.isOurs("127.0.0.1.evil.example")).isFalse();
    ListenAddress shared = ListenAddress.of("0.0.0.0:8470", "https://Duecast.example", true);
    assertThat(shared.isOurs("duecast.example")).isTrue();
    assertThat(shared.isOurs("duecast.example:8470")).isFalse();
    assertThat(shared.isOurs("evil.example")).isFalse();
  }

  @Test
  void whereEverybodyCouldReachItItDoesNotStart() {
    for (String address : List.of("0.0.0.0:8470", "[::]:8470", "192.0.2.1:8470")) {
      assertThatThrownBy(() -> ListenAddress.of(address, "", false))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("nobody has to log in")
          .hasMessageContaining("console.users");
      assertThatThrownBy(() -> ListenAddress.of(address, "", true))
          .hasMessageContaining("console.public-url");
      assertThatThrownBy(() -> ListenAddress.of(address, "http://duecast.example", true))
          .hasMessageContaining("for all to read");
    }
    assertThatThrownBy(() -> ListenAddress.of("127.0.0.1:0", "https://duecast.example", false))
        .as("others come through what stands before it")
        .hasMessageContaining("nobody has to log in");
    assertThat(ListenAddress.of("0.0.0.0:1", "http://localhost:1", true).isSecure()).isFalse();
    assertThat(ListenAddress.of("[::1]:0", "", false).host()).isEqualTo("::1");
    assertThat(URI.create("http://[::1]:1").getHost()).isEqualTo("[::1]");
  }
}
