package io.duecast.standalone.models;

import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists every decision about a model, the first one first. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Lists what was decided about each trained model, with its Brier score on invoices that it"
          + " had not seen, beside the champion's and that of the customers' own late ratios.",
      "A star marks the model in charge."
    })
final class ListModels implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  private final Console console;

  ListModels(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      KnownModels known = new KnownModels(connection);
      List<ModelReleased> decisions = known.releases().inOrder();
      if (decisions.isEmpty()) {
        console.print("no model was trained yet: invoices are scored by the rule without a model");
        return 0;
      }
      TextTable table =
          new TextTable(
              List.of(
                  "",
                  "since",
                  "model",
                  "decision",
                  "by",
                  "invoices",
                  "brier",
                  "champion",
                  "rule",
                  "why"));
      ModelReleased inCharge = known.releases().champion().orElse(null);
      for (ModelReleased it : decisions) {
        table.row(
            List.of(
                it.equals(inCharge) ? "*" : "",
                it.effectiveFrom().toString(),
                KnownModels.brief(it.modelId()),
                it.slot() == ModelSlot.SHADOW
                    ? "on trial"
                    : it.decision().name().toLowerCase(Locale.ROOT),
                it.decidedBy(),
                Integer.toString(it.evaluatedRows()),
                figure(it, "candidate.brier"),
                figure(it, "champion.brier"),
                figure(it, "rule.brier"),
                it.reasons().isEmpty() ? "" : it.reasons().getFirst()));
      }
      table.lines().forEach(line -> console.print("%s", line));
      return 0;
    }
  }

  private static String figure(ModelReleased decision, String name) {
    Double value = decision.metrics().get(name);
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
