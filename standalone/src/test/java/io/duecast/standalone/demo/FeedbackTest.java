package io.duecast.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.Called;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The feedback loop, whole: what a collector records in the console of a running demo becomes a
 * fact, the ledger makes a promise of it, the page shows that, and the customer's next score knows.
 */
class FeedbackTest {
  private static final Pattern ADDRESS = Pattern.compile("the console is at (http://\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter said = new StringWriter();

  @Test
  @Timeout(600)
  void whatACollectorRecordsIsSeenInTheNextScore() throws Exception {
    StopSignal stop = new StopSignal();
    CompletableFuture<Called> demo =
        CompletableFuture.supplyAsync(
            () ->
                Called.from(
                    directory,
                    said,
                    stop,
                    "demo",
                    "--plain",
                    "--customers",
                    "60",
                    "--set",
                    "console.address=127.0.0.1:0"));
    try {
      URI console = awaited(demo, this::address, it -> true);
      JsonNode invoice =
          awaited(
                  demo,
                  () -> json(console, "invoices?state=OPEN&sort=-due&limit=1"),
                  it -> it.path("rows").size() > 0)
              .at("/rows/0");
      String customer = invoice.path("customer").asText();
      LocalDate today = LocalDate.parse(json(console, "overview").path("today").asText());
      LocalDate promised = today.plusDays(30);

      assertThat(record(console, invoice, promised)).isEqualTo(202);

      String detail = "invoice?" + of(customer, invoice.path("invoice").asText());
      awaited(
          demo,
          () -> json(console, detail),
          it -> any(it.path("timeLine"), line -> line.at("/detail/promisedOn").asText(), promised));
      JsonNode newest =
          awaited(
              demo,
              () -> scoredAfter(console, customer, today),
              it -> it.at("/features/promises").asDouble() > 0);
      assertThat(newest.at("/features/contacts").asDouble()).isPositive();
    } finally {
      stop.ask();
    }
    Called called = demo.get(2, TimeUnit.MINUTES);
    assertThat(called.code()).as(called.toString()).isZero();
  }

  private URI address() {
    Matcher matcher = ADDRESS.matcher(said.toString());
    return matcher.find() ? URI.create(matcher.group(1)) : null;
  }

  /** The assessment of an invoice that was issued to the customer after a day; null before one. */
  private JsonNode scoredAfter(URI console, String customer, LocalDate day) {
    for (JsonNode it : json(console, "invoices?customer=" + text(customer)).path("rows")) {
      if (LocalDate.parse(it.path("issuedOn").asText()).isAfter(day)
          && it.path("assessment").isTextual()) {
        JsonNode all = json(console, "invoice?" + of(customer, it.path("invoice").asText()));
        return all.path("assessments").get(0);
      }
    }
    return null;
  }

  private int record(URI console, JsonNode invoice, LocalDate promised) throws Exception {
    String body =
        MAPPER
            .createObjectNode()
            .put("customer", invoice.path("customer").asText())
            .put("invoice", invoice.path("invoice").asText())
            .put("outcome", "PROMISE_TO_PAY")
            .put("agent", "am")
            .set("promise", MAPPER.createObjectNode().put("on", promised.toString()))
            .toString();
    return client
        .send(
            HttpRequest.newBuilder(console.resolve("/api/v1/outcomes"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private JsonNode json(URI console, String path) {
    try {
      return MAPPER.readTree(
          client
              .send(
                  HttpRequest.newBuilder(console.resolve("/api/v1/" + path)).build(),
                  BodyHandlers.ofString())
              .body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static boolean any(JsonNode all, Function<JsonNode, String> text, LocalDate day) {
    return StreamSupport.stream(all.spliterator(), false)
        .map(text)
        .anyMatch(day.toString()::equals);
  }

  private static String of(String customer, String invoice) {
    return "customer=" + text(customer) + "&invoice=" + text(invoice);
  }

  private static String text(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Asks until there is an answer that will do. */
  private static <T> T awaited(
      CompletableFuture<Called> demo, Supplier<T> ask, Predicate<T> isEnough)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      T answer = ask.get();
      if (answer != null && isEnough.test(answer)) {
        return answer;
      }
      assertThat(demo).as("the demo ended").isNotDone();
      assertThat(System.nanoTime()).as("%s", answer).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
