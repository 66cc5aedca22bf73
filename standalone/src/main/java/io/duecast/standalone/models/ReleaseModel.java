package io.duecast.standalone.models;

import io.duecast.model.RiskModel;
import io.duecast.release.ModelReleased;
import io.duecast.release.ReleaseDecision;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a model in charge, whatever the gate says. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = "Puts a model that was in charge before in charge again; takes effect at once.")
final class ReleaseModel implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "MODEL", description = "The beginning of its id.")
  String model = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The reason; it stands in the release for ever.")
  String why = "";

  private final Console console;

  ReleaseModel(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      KnownModels known = new KnownModels(connection);
      String id = known.idOf(model);
      RiskModel released = known.model(id);
      ModelReleased decision =
          ByHand.decision(
              known, id, released.manifest().training().knownOn(), ReleaseDecision.FORCED, why);
      known.store().tell(decision);
      console.print("model %s is in charge since %s", id, decision.effectiveFrom());
      return 0;
    }
  }
}
