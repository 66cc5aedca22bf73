package io.duecast.standalone.models;

import io.duecast.model.RefusedModelException;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.forest.ExplorerForest;
import io.duecast.trainer.service.LearningPlans;
import io.duecast.trainer.service.Occasion;
import io.duecast.trainer.service.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a forest that was trained in Weka's Explorer before the gate. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes over a RandomForest that was trained and saved in Weka's Explorer, if its attributes"
          + " are features here (docs/features.md, and those declared); else says which are not.",
      "What it lacks is learned from labelled invoices that it has not seen: what its votes mean"
          + " as probabilities, and when the money comes. Others of them prove it, as any model.",
      "A file of Weka's runs what it is told to: import none that you did not make yourself."
    },
    footer = {
      "",
      "Example:",
      "  duecast models import forest.model --arff training.arff --learned-until 2026-03-31"
    })
final class ImportModel implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "FILE", description = "As the Explorer's \"Save model\" wrote it.")
  Path file = Path.of("");

  @Option(
      names = "--arff",
      paramLabel = "FILE",
      required = true,
      description =
          "The attributes that it was trained on, named as the features are; the class is the last."
              + " Rows are not looked at.")
  Path header = Path.of("");

  @Option(
      names = "--learned-until",
      paramLabel = "DATE",
      required = true,
      description = "The last day of issue of the invoices that it was trained on.")
  LocalDate learnedUntil = LocalDate.MIN;

  @Option(
      names = "--late",
      paramLabel = "VALUE",
      description = "The value of the class that means late. Default: late, 1, yes, true, unpaid.")
  @Nullable String late;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "Put it in charge at once, whatever the gate says, for this reason.")
  @Nullable String why;

  private final Console console;

  ImportModel(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
      LocalDate today = LocalDate.ofInstant(now, connection.setup().settings().zone());
      ExplorerForest forest = forest(connection);
      ModelReleased decision =
          new Trainer(
                  LearningPlans.of(
                      connection.setup().settings(), connection.cluster(), connection.serdes()))
              .adopt(forest.compiled(), learnedUntil, new Occasion("person", today, now), why);
      console.print(
          "model %s, %d trees: %s",
          decision.modelId(),
          forest.compiled().trees(),
          decision.slot() == ModelSlot.SHADOW
              ? "scores silently until it has stood its trial"
              : decision.decision().name().toLowerCase(Locale.ROOT));
      decision.reasons().forEach(it -> console.print("  because %s", it));
      return decision.slot() == ModelSlot.NONE ? 1 : 0;
    } catch (TooLittleDataException e) {
      throw new CommandFailure(
          "issued after %s there are only %s", learnedUntil, String.valueOf(e.getMessage()));
    }
  }

  private ExplorerForest forest(Connection connection) {
    try {
      return ExplorerForest.read(
          console.resolve(file),
          console.resolve(header),
          late,
          connection.setup().settings().ledger().desk().features());
    } catch (RefusedModelException e) {
      throw new CommandFailure("%s", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandFailure(
          "%s cannot be read: %s", String.valueOf(e.getMessage()), e.getClass().getSimpleName());
    }
  }
}
