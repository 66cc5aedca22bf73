package io.duecast.streams;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** What a service answers over HTTP. */
public record Asked(int port) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The answer, whatever its status. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  public int status(String path) throws IOException, InterruptedException {
    return get(path).statusCode();
  }

  /** The sum of a metric over the series that have all of these labels. */
  public double metric(String name, String... labels) throws IOException, InterruptedException {
    List<String> series =
        get("/metrics")
            .body()
            .lines()
            .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
            .filter(line -> List.of(labels).stream().allMatch(line::contains))
            .toList();
    if (series.isEmpty()) {
      throw new AssertionError("there is no " + name + " " + List.of(labels));
    }
    return series.stream()
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
