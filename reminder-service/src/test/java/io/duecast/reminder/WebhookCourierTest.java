package io.duecast.reminder;

import static io.duecast.reminder.ReminderExamples.NOON;
import static io.duecast.reminder.ReminderExamples.reminder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.Reminder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a web server that runs here. */
class WebhookCourierTest {
  private record Call(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.get(name).getFirst();
    }
  }

  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private final Reminder reminder = reminder(Channel.WEBHOOK, "en");
  private HttpServer server;
  private int answer = 204;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    calls.add(new Call(Map.copyOf(exchange.getRequestHeaders()), body));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  @Test
  void aCallIsSignedOverItsTimeAndItsBody() {
    assertThat(postman().send(reminder).delivery()).isEqualTo(Delivery.SENT);

    Call call = calls.getFirst();
    assertThat(call.body()).contains("I-7   1,234.50 EUR");
    assertThat(call.header("Duecast-timestamp")).isEqualTo(Long.toString(NOON.getEpochSecond()));
    assertThat(call.header("Duecast-signature"))
        .isEqualTo(Signature.of("s3cret", call.header("Duecast-timestamp"), call.body()))
        .isNotEqualTo(Signature.of("other", call.header("Duecast-timestamp"), call.body()));
    assertThat(call.header("Idempotency-key")).isEqualTo("acme%3Astandard%3Afirst%3A2026-03-13");
  }

  @Test
  void theSignatureIsWhatOthersCompute() {
    // printf 1.body | openssl dgst -sha256 -hmac key
    assertThat(Signature.of("key", "1", "body"))
        .isEqualTo("sha256=91b5374b153842ad05b2c4eab9349b8321b14703165bd3fb8b034dfb8be98ae5");
  }

  @Test
  void aServerThatFailsIsTriedLaterAndOneThatIsGoneIsNot() {
    answer = 503;
    assertThat(postman().send(reminder).delivery()).isEqualTo(Delivery.FAILED);
    answer = 410;
    assertThat(postman().send(reminder).delivery()).isEqualTo(Delivery.BOUNCED);
  }

  @Test
  void anAnswerThatLeavesItOpenIsUnsureAndSoIsNone() {
    answer = 504;
    assertThat(postman().send(reminder).delivery()).isEqualTo(Delivery.UNKNOWN);
    server.removeContext("/");
    server.createContext("/", HttpExchange::close);
    assertThat(postman().send(reminder).delivery()).isEqualTo(Delivery.UNKNOWN);
  }

  @Test
  void whatCannotBeReachedIsTriedLaterAndAnAddressThatIsNoneIsNot() {
    assertThat(postman("http://127.0.0.1:1/").send(reminder).delivery()).isEqualTo(Delivery.FAILED);
    assertThat(postman("no url at all").send(reminder).delivery()).isEqualTo(Delivery.BOUNCED);
    assertThat(postman("ftp://example.com/").send(reminder).delivery()).isEqualTo(Delivery.BOUNCED);
  }

  private Postman postman() {
    return postman("http://127.0.0.1:" + server.getAddress().getPort() + "/reminders");
  }

  private static Postman postman(String url) {
    return new Postman(
        Map.of(Channel.WEBHOOK, new WebhookCourier("s3cret", InstantSource.fixed(NOON))),
        new AddressBook(Map.of("acme", new Address(null, url))),
        new Templates(null),
        InstantSource.fixed(NOON));
  }
}
