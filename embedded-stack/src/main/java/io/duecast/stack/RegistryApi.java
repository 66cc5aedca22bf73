package io.duecast.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The two things asked of a registry before others may: whether it answers, and to be strict. */
final class RegistryApi implements AutoCloseable {
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  RegistryApi(String url) {
    this.url = url;
  }

  boolean answers() throws InterruptedException {
    try {
      return send(request("/subjects").GET()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes the registry refuse a schema that cannot read what the one before it wrote. Its default
   * refuses nothing.
   *
   * @throws StackException if it does not say so itself afterwards
   */
  void requireBackwardCompatibility() throws IOException, InterruptedException {
    send(
        request("/config")
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}")));
    HttpResponse<String> after = send(request("/config").GET());
    if (after.statusCode() != 200 || !after.body().contains("\"BACKWARD\"")) {
      throw new StackException(
          "registry: %s does not take BACKWARD as its compatibility; it answers %d %s"
              .formatted(url, after.statusCode(), after.body()));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(REQUEST_TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
