package io.duecast.standalone.models;

import io.duecast.model.ModelManifest;
import io.duecast.model.RiskModel;
import io.duecast.release.ModelReleased;
import io.duecast.risk.BaselineScorer;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one model: what it learned from, and what was decided about it. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one model: what it learned from and how, and every decision about it.")
final class ShowModel implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "MODEL", description = "The beginning of its id, or 'champion'.")
  String model = "";

  private final Console console;

  ShowModel(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      KnownModels known = new KnownModels(connection);
      String id = known.idOf(model);
      console.print("model          %s", id);
      RiskModel kept = known.store().model(id);
      if (kept != null) {
        show(kept.manifest());
      } else {
        console.print(
            id.equals(BaselineScorer.MODEL_ID)
                ? "the rule without a model: each customer's own late ratio, drawn towards its"
                    + " segment's"
                : "its file was not kept: it was never released");
      }
      for (ModelReleased it : known.releases().inOrder()) {
        if (it.modelId().equals(id)) {
          show(it);
        }
      }
      return 0;
    }
  }

  private void show(ModelManifest it) {
    console.print(
        "learned from   invoices issued %s to %s, labels as known on %s",
        it.training().from(), it.training().until(), it.training().knownOn());
    for (int i = 0; i < it.horizonDays().size(); i++) {
      console.print(
          "  %s  %,d invoices",
          it.horizonDays().get(i) == 0
              ? "late or not            "
              : "still unpaid after " + it.horizonDays().get(i) + " d",
          it.training().rows().get(i));
    }
    console.print(
        "label          definition %d, %d days of grace",
        it.label().definition(), it.label().graceDays());
    it.hyperParameters().forEach((name, value) -> console.print("%-14s %s", name, value));
    console.print("seed           %d", it.seed());
    console.print("features       %d of set %s", it.features().size(), it.featureSet());
    it.versions().forEach((name, value) -> console.print("%-14s %s", name, value));
    it.training().offsets().forEach((topic, end) -> console.print("%s up to %,d", topic, end));
  }

  private void show(ModelReleased it) {
    console.print("");
    console.print(
        "%s  %s by %s (%s), in place of %s",
        it.effectiveFrom(),
        it.decision().name().toLowerCase(Locale.ROOT),
        it.decidedBy(),
        it.trigger(),
        it.previous() == null ? "the rule" : KnownModels.brief(it.previous()));
    it.reasons().forEach(why -> console.print("  because %s", why));
    it.metrics()
        .forEach((name, value) -> console.print("  %s", "%-26s %.4f".formatted(name, value)));
  }
}
