package io.duecast.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.launch.TopicSetup;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.SettingsReader;
import io.duecast.service.watch.Observatory;
import io.duecast.stack.testing.TestStack;
import io.duecast.streams.run.DuecastService;
import io.duecast.trainer.service.LearningPlans;
import io.duecast.trainer.service.TrainerService;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents, alerts and dashboard say of metrics is what is served. */
class OperationsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs/operations.md");
  private static final Path ALERTS = ROOT.resolve("docker/prometheus/alerts.yml");
  private static final Path ALERT_TESTS = ROOT.resolve("docker/prometheus/alerts.test.yml");
  private static final Path DASHBOARD = ROOT.resolve("docker/grafana/dashboards/duecast.json");
  private static final String BEGIN = "<!-- What follows is generated; see OperationsTest. -->\n";
  private static final Pattern METRIC =
      Pattern.compile("\\b((?:duecast|kafka|jvm|process|system)_[a-z0-9_]+)(?:\\{([^}]*)})?");
  private static final Pattern MATCHER =
      Pattern.compile("([a-z_]+)(=|!=|=~|!~)\\\\?\"([^\"\\\\]*)\\\\?\"");

  @TempDir static Path stateDir;

  private static Exposition served;

  @BeforeAll
  static void serve() throws Exception {
    String registry = TestStack.shared().registryUrl();
    String bootstrap = TestStack.shared().bootstrapServers();
    DuecastSettings settings =
        new SettingsReader()
            .value("topics.prefix", "operations.", "test")
            .value("topics.partitions", "1", "test")
            .value("observability.address", "127.0.0.1:0", "test")
            .read();
    Properties cluster = settings.cluster(bootstrap);
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", registry));
    TopicSetup.ensure(settings, cluster);
    DuecastService.Plan plan =
        DuecastService.Plan.of(settings, serdes, bootstrap, stateDir, null, Clock.systemUTC());
    try (Observatory observatory = Observatory.open(settings);
        DuecastService flows = DuecastService.start(plan, observatory.watching());
        TrainerService trainer =
            TrainerService.start(
                LearningPlans.of(settings, cluster, serdes),
                LearningPlans.schedule(settings),
                Clock.systemUTC(),
                observatory.watching())) {
      int port = observatory.address().orElseThrow().getPort();
      long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
      while (get(port, "/readyz").statusCode() != 200) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(100);
      }
      served = Exposition.of(get(port, "/metrics").body());
      assertThat(flows.isAlive() && trainer.isAlive()).isTrue();
    }
  }

  @Test
  void everyMetricOfTheAlertsIsServedWithItsLabels() throws IOException {
    assertServed(Files.readString(ALERTS));
  }

  @Test
  void theTestsOfTheAlertsAreAboutMetricsThatAreServed() throws IOException {
    assertThat(names(Files.readString(ALERT_TESTS))).allMatch(served::has);
  }

  @Test
  void everyMetricOfTheDashboardIsServedWithItsLabels() throws IOException {
    assertServed(Files.readString(DASHBOARD));
  }

  @Test
  void everyAlertIsTestedAndTheDocumentSaysWhatToDoOnIt() throws IOException {
    List<String> alerts =
        Pattern.compile("alert: (\\w+)")
            .matcher(Files.readString(ALERTS))
            .results()
            .map(it -> it.group(1))
            .toList();
    assertThat(alerts).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    String page = Files.readString(PAGE);
    String tests = Files.readString(ALERT_TESTS);
    for (String alert : alerts) {
      assertThat(page).contains("| `" + alert + "` |");
      assertThat(tests).contains("alertname: " + alert + "\n        exp_alerts:\n");
    }
  }

  @Test
  void theDocumentNamesEveryMetric() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN);
    assertThat(begin).as("%s has no line %s", PAGE, BEGIN).isNotNegative();
    String text = page.substring(0, begin + BEGIN.length());
    assertThat(names(text)).allMatch(name -> served.has(name) || served.has(name + "_count"));
    if (Boolean.getBoolean("duecast.write")) {
      Files.writeString(PAGE, text + served.table());
      return;
    }
    assertThat(page.substring(begin + BEGIN.length()))
        .as(
            "docs/operations.md is stale; write it anew with%n"
                + "  mvn -pl standalone -am test -Dtest=OperationsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dduecast.write=true")
        .isEqualTo(served.table());
  }

  private static void assertServed(String text) {
    List<MatchResult> metrics = METRIC.matcher(text).results().toList();
    assertThat(metrics).isNotEmpty();
    for (MatchResult metric : metrics) {
      String name = metric.group(1);
      assertThat(served.has(name)).as(name).isTrue();
      Matcher labels = MATCHER.matcher(metric.group(2) == null ? "" : metric.group(2));
      while (labels.find()) {
        String label = labels.group(1) + "=\"";
        boolean isExact = labels.group(2).equals("=");
        assertThat(served.has(name, isExact ? label + labels.group(3) + "\"" : label))
            .as("%s with %s", name, labels.group())
            .isTrue();
      }
    }
  }

  private static Stream<String> names(String text) {
    return METRIC.matcher(text).results().map(it -> it.group(1)).distinct();
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
