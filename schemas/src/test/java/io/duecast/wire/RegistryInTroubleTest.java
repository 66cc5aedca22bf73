package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.duecast.check.RejectReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Confluent's own client, over HTTP, against a registry that is not well. */
class RegistryInTroubleTest {
  private static final byte[] WITH_SCHEMA_7 = {0, 0, 0, 0, 7, 2};

  private HttpServer registry;
  private int status = 200;
  private String answer = "";

  @BeforeEach
  void startRegistry() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/",
        exchange -> {
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    registry.start();
  }

  @AfterEach
  void stopRegistry() {
    registry.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"500,50001", "503,503", "401,401", "403,403", "429,429", "404,404", "422,42202"})
  void troubleIsNeverTheRecordsFault(int httpStatus, int errorCode) {
    status = httpStatus;
    answer = "{\"error_code\": %d, \"message\": \"not now\"}".formatted(errorCode);

    assertThatThrownBy(this::decode)
        .isInstanceOf(RegistryUnavailableException.class)
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("schema 7");
  }

  @Test
  void anAnswerThatIsNoJsonIsTrouble() {
    answer = "<html>a proxy's greeting</html>";

    assertThatThrownBy(this::decode).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void nobodyListeningIsTrouble() {
    registry.stop(0);

    assertThatThrownBy(this::decode).isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void anUnknownIdIsTheRecordsFault() {
    status = 404;
    answer = "{\"error_code\": 40403, \"message\": \"Schema not found\"}";

    assertThat(decode()).satisfies(is(RejectReason.UNKNOWN_SCHEMA));
  }

  @Test
  void aSchemaOfAnotherLanguageIsTheRecordsFault() {
    answer = "{\"schemaType\": \"PROTOBUF\", \"schema\": \"message A {}\"}";

    assertThat(decode()).satisfies(is(RejectReason.UNEXPECTED_TYPE));
  }

  @Test
  void aSchemaThatIsNoSchemaIsTheRecordsFault() {
    answer = "{\"schema\": \"{\\\"type\\\": \\\"nonsense\\\"}\"}";

    assertThat(decode()).satisfies(is(RejectReason.UNEXPECTED_TYPE));
  }

  private Decoded<?> decode() {
    String url = "http://127.0.0.1:" + registry.getAddress().getPort();
    return new WireSerdes(Map.of("schema.registry.url", url, "max.retries", "0"))
        .decoder()
        .decode(Topics.INVOICE_EVENTS, new byte[] {'a'}, WITH_SCHEMA_7);
  }

  private static Consumer<Decoded<?>> is(RejectReason reason) {
    return decoded -> assertThat(((Decoded.Rejected<?>) decoded).reason()).isEqualTo(reason);
  }
}
