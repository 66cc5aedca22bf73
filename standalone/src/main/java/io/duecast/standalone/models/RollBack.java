package io.duecast.standalone.models;

import io.duecast.release.ModelReleased;
import io.duecast.release.ReleaseDecision;
import io.duecast.risk.BaselineScorer;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the last release back. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the model before the present one in charge again; takes effect at once.",
      "If there was none before it, the rule without a model takes over."
    })
final class RollBack implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The reason; it stands in the release for ever.")
  String why = "";

  private final Console console;

  RollBack(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      KnownModels known = new KnownModels(connection);
      ModelReleased present =
          known
              .releases()
              .champion()
              .orElseThrow(() -> new CommandFailure("no model is in charge: nothing to take back"));
      // Not whoever was in charge last: a second call goes further back.
      String previous = known.releases().before(present.modelId()).orElse(BaselineScorer.MODEL_ID);
      ModelReleased decision =
          ByHand.decision(
              known, previous, knownOn(known, previous), ReleaseDecision.ROLLED_BACK, why);
      known.store().tell(decision);
      console.print("model %s is in charge since %s", previous, decision.effectiveFrom());
      return 0;
    }
  }

  private static @Nullable LocalDate knownOn(KnownModels known, String modelId) {
    return known.releases().inOrder().stream()
        .filter(it -> it.modelId().equals(modelId))
        .map(ModelReleased::knownOn)
        .findFirst()
        .orElse(null);
  }
}
