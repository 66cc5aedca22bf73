package io.duecast.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a test asks of a registry, as any client would. */
record Registry(String url) {
  static final String ONE_FIELD =
      """
      {"type": "record", "name": "Paid", "fields": [{"name": "cents", "type": "long"}]}\
      """;

  static final String ONE_MORE_WITH_A_DEFAULT =
      """
      {"type": "record", "name": "Paid", "fields": [{"name": "cents", "type": "long"},
       {"name": "note", "type": "string", "default": ""}]}\
      """;

  static final String ONE_MORE_WITHOUT_A_DEFAULT =
      """
      {"type": "record", "name": "Paid", "fields": [{"name": "cents", "type": "long"},
       {"name": "note", "type": "string"}]}\
      """;

  HttpResponse<String> register(String subject, String schema) throws Exception {
    String json = schema.replace("\n", " ").replace("\"", "\\\"");
    return send(
        HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString("{\"schema\":\"" + json + "\"}")));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
