package io.duecast.standalone.models;

import io.duecast.standalone.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deals with trained models. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Lists what was decided about trained models, shows how they do, compares them, and puts one"
          + " in charge by hand.",
      "A MODEL is the beginning of its id, or 'champion'."
    })
public final class ModelsCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private ModelsCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Console console) {
    return new CommandLine(new ModelsCommand())
        .addSubcommand(new ListModels(console))
        .addSubcommand(new ShowModel(console))
        .addSubcommand(new DiffModels(console))
        .addSubcommand(new ModelsHealth(console))
        .addSubcommand(new ReleaseModel(console))
        .addSubcommand(new RollBack(console))
        .addSubcommand(new ImportModel(console));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
