import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts every expression of the dashboards to a Prometheus that watches the running services: each
 * must have an answer. Run as a source file: {@code java -cp 'jars/*' DashboardAnswers.java
 * DASHBOARDS PROMETHEUS}.
 */
final class DashboardAnswers {
  private static final long PATIENCE_SECONDS = 90;
  private static final Map<String, String> VARIABLES =
      Map.of("__rate_interval", "1m", "__interval", "15s", "__range", "5m");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String prometheus;

  private DashboardAnswers(String prometheus) {
    this.prometheus = prometheus;
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> open = new TreeMap<>();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        for (JsonNode dashboard : new ObjectMapper().readTree(file.toFile()).findValues("panels")) {
          dashboard.findValuesAsText("expr").forEach(it -> open.put(it, substituted(it)));
        }
      }
    }
    if (open.isEmpty()) {
      System.out.println("the dashboards ask nothing");
      System.exit(1);
    }
    new DashboardAnswers(arguments[1]).askUntilAnswered(open);
  }

  /** A variable of the dashboard's own stands for all there is. */
  private static String substituted(String expression) {
    String result = expression;
    for (var variable : VARIABLES.entrySet()) {
      result = result.replace("$" + variable.getKey(), variable.getValue());
      result = result.replace("${" + variable.getKey() + "}", variable.getValue());
    }
    return result.replaceAll("\\$\\{?\\w+(:\\w+)?}?", ".+");
  }

  private void askUntilAnswered(Map<String, String> open) throws Exception {
    int count = open.size();
    long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000;
    while (!open.isEmpty() && System.nanoTime() < deadline) {
      for (String expression : new TreeSet<>(open.keySet())) {
        if (hasAnswer(open.get(expression))) {
          open.remove(expression);
        }
      }
      Thread.sleep(1000);
    }
    System.out.printf("%d of %d expressions answered%n", count - open.size(), count);
    open.keySet().forEach(it -> System.out.println("no answer: " + it));
    System.exit(open.isEmpty() ? 0 : 1);
  }

  private boolean hasAnswer(String expression) throws Exception {
    URI query =
        URI.create(
            prometheus
                + "/api/v1/query?query="
                + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    var answer = http.send(HttpRequest.newBuilder(query).build(), BodyHandlers.ofString());
    JsonNode said = new ObjectMapper().readTree(answer.body());
    if (!said.path("status").asText().equals("success")) {
      System.out.println("refused: " + expression + ": " + said.path("error").asText());
      return false;
    }
    return !said.path("data").path("result").isEmpty();
  }
}
