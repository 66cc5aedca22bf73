package io.duecast.service.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.service.launch.StartException;
import io.duecast.service.settings.SettingsReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ObservatoryTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void livenessAndReadinessAreWhatTheBoardSays() throws Exception {
    try (Observatory observatory = at("127.0.0.1:0")) {
      HealthBoard board = observatory.watching().board();
      assertThat(get(observatory, "/livez").statusCode()).isEqualTo(200);
      assertThat(get(observatory, "/readyz").statusCode()).isEqualTo(503);

      board.say("ledger", Standing.COMING, "REBALANCING");
      HttpResponse<String> coming = get(observatory, "/readyz");
      assertThat(coming.statusCode()).isEqualTo(503);
      assertThat(coming.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(coming.body())
          .startsWith("{\"ready\":false,\"parts\":[{\"part\":\"ledger\",\"standing\":\"coming\"")
          .containsPattern("\"since\":\"\\d{4}-\\d\\d-\\d\\dT[^\"]+Z\"")
          .contains("\"detail\":\"REBALANCING\"");
      assertThat(get(observatory, "/livez").statusCode()).isEqualTo(200);

      board.say("ledger", Standing.READY, "RUNNING");
      assertThat(get(observatory, "/readyz").statusCode()).isEqualTo(200);
      assertThat(get(observatory, "/readyz").body()).isEqualTo("{\"ready\":true,\"parts\":[]}\n");

      board.say("ledger", Standing.DEAD, "ERROR");
      HttpResponse<String> dead = get(observatory, "/livez");
      assertThat(dead.statusCode()).isEqualTo(503);
      assertThat(dead.body()).contains("\"alive\":false", "\"part\":\"ledger\"");
      assertThat(get(observatory, "/readyz").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void metricsAreInPrometheusTextFormat() throws Exception {
    try (Observatory observatory = at("127.0.0.1:0")) {
      observatory.watching().board().say("ledger", Standing.READY, "RUNNING");
      observatory.watching().meters().counter("duecast.things", "kind", "a").increment(7);
      observatory.watching().meters().counter("kafka.consumer.of.no.interest").increment();

      HttpResponse<String> answer = get(observatory, "/metrics");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain; version=0.0.4");
      assertThat(answer.body())
          .contains("\nduecast_things_total{kind=\"a\"} 7.0\n")
          .contains("\nduecast_ready 1.0\n", "\nduecast_part_ready{part=\"ledger\"} 1.0\n")
          .contains("jvm_memory_used_bytes")
          .doesNotContain("of_no_interest");
    }
  }

  @Test
  void otherPathsAndOtherMethodsAreRefused() throws Exception {
    try (Observatory observatory = at("127.0.0.1:0")) {
      assertThat(get(observatory, "/").statusCode()).isEqualTo(404);
      assertThat(get(observatory, "/").body()).contains("/livez, /metrics, /readyz");
      assertThat(get(observatory, "/readyz/more").statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(uri(observatory, "/readyz"))
              .POST(HttpRequest.BodyPublishers.ofString("x"))
              .build();
      assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(405);
    }
  }

  @Test
  void aPortInUseFailsAtTheStartAndIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      assertThatThrownBy(() -> at(address))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("observability.address")
          .hasMessageContaining(address)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void aHostThatDoesNotExistFailsAtTheStart() {
    assertThatThrownBy(() -> at("no-such-host.invalid:9464"))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("no-such-host.invalid:9464");
  }

  @Test
  void withoutAnAddressNothingIsServed() {
    try (Observatory observatory = at("")) {
      assertThat(observatory.address()).isEmpty();
    }
  }

  private static Observatory at(String address) {
    return Observatory.open(
        new SettingsReader().value("observability.address", address, "test").read());
  }

  private static URI uri(Observatory observatory, String path) {
    int port = observatory.address().orElseThrow().getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> get(Observatory observatory, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(observatory, path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
