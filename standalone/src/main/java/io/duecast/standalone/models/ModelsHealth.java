package io.duecast.standalone.models;

import io.duecast.health.HealthWindow;
import io.duecast.health.ModelHealth;
import io.duecast.risk.BaselineScorer;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.read.RecordJson;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.streams.Flows;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a model does on the invoices that it has scored. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Shows how a model does on the invoices that it scored at issue, by month of issue and for"
          + " the latest 30 and 90 days: whether it still tells late from punctual (AUC, PR-AUC),"
          + " whether its probabilities are right (Brier, log-loss, ECE), and what has changed"
          + " since it was trained.",
      "An invoice is matured when it is past due and grace and its outcome is known; only then it"
          + " counts. Beside each figure stands its estimate (est.), made of the probabilities"
          + " alone before the outcomes were known: where the two differ, the model says more than"
          + " it knows. Of the pending invoices there is only what is to be expected (exp.).",
      "Drift compares live features with those of the training: the population stability index,"
          + " less what may be chance; above 0.1 a feature moves, above 0.25 it has drifted."
    },
    footer = {
      "",
      "Examples:",
      "  duecast models health",
      "  duecast models health 3f9a --window 2026-03",
      "  duecast models health baseline-1 --format json"
    })
final class ModelsHealth implements Callable<Integer> {
  /** How it is shown. */
  enum Format {
    TABLE,
    JSON
  }

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description =
          "The beginning of its id, 'champion', or 'baseline-1' for the rule that scores before"
              + " there is a model. Default: whoever is in charge.")
  String model = "";

  @Option(
      names = "--window",
      paramLabel = "WINDOW",
      description =
          "The window whose segments, histories and drift to show: last-30-days, last-90-days, or a"
              + " month such as 2026-03. Default: segments and histories of last-90-days, drift of"
              + " last-30-days.")
  @Nullable String window;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, or json: one object on each line, all windows. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  ModelsHealth(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      if (connection.origin() == Connection.Origin.OWN) {
        for (Flows each : Flows.values()) {
          new Processing(connection, each).await(left -> {});
        }
        new Processing(connection, Flows.MONITORING).await(left -> {});
      }
      String id = id(new KnownModels(connection));
      Map<String, ModelHealth> latest = latest(connection, id);
      if (latest.isEmpty()) {
        console.print(
            "nothing is known of %s yet: it has scored nothing, or no day has begun since; known"
                + " of: %s",
            id, String.join(", ", known(connection)));
        return 0;
      }
      if (format == Format.JSON) {
        latest.values().forEach(it -> console.print("%s", RecordJson.of(it)));
      } else {
        show(id, latest);
      }
      return 0;
    }
  }

  private String id(KnownModels known) {
    if (model.equals(BaselineScorer.MODEL_ID)
        || (model.isEmpty() && known.releases().champion().isEmpty())) {
      return BaselineScorer.MODEL_ID;
    }
    return known.idOf(model.isEmpty() ? "champion" : model);
  }

  /** The models of which something is known. */
  private static Set<String> known(Connection connection) {
    Set<String> known = new TreeSet<>();
    hear(connection, it -> known.add(it.modelId()));
    return known;
  }

  /** By window; the months first, then the latest days. */
  private static Map<String, ModelHealth> latest(Connection connection, String id) {
    Map<String, ModelHealth> latest = new TreeMap<>();
    hear(
        connection,
        it -> {
          if (it.modelId().equals(id)) {
            latest.put(it.window(), it);
          }
        });
    return latest;
  }

  private static void hear(Connection connection, Consumer<ModelHealth> hearer) {
    try (TopicRecords<ModelHealth> all =
        new TopicRecords<>(connection, Topics.MODEL_HEALTH).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<ModelHealth> it) {
              hearer.accept(it.value());
            }
            return true;
          });
    }
  }

  private void show(String id, Map<String, ModelHealth> latest) {
    ModelHealth shown = in(window == null ? HealthWindow.LAST_90_DAYS : window, id, latest);
    ModelHealth drifting = in(window == null ? HealthWindow.LAST_30_DAYS : window, id, latest);
    console.print("model   %s", id);
    console.print("as of   %s", shown.asOf());
    console.print("");
    HealthTables.windows(latest.values()).forEach(line -> console.print("%s", line));
    console.print("");
    console.print("%s", shown.window());
    HealthTables.groups("segment", shown.segments()).forEach(line -> console.print("%s", line));
    console.print("");
    HealthTables.groups("history", shown.histories()).forEach(line -> console.print("%s", line));
    console.print("");
    console.print("drift, %s", drifting.window());
    HealthTables.drift(drifting).forEach(line -> console.print("  %s", line));
  }

  private static ModelHealth in(String window, String id, Map<String, ModelHealth> latest) {
    ModelHealth found = latest.get(window);
    if (found == null) {
      throw new CommandFailure(
          "model %s has no window %s, but %s", id, window, String.join(", ", latest.keySet()));
    }
    return found;
  }
}
