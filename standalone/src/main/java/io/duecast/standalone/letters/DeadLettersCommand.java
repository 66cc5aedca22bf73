package io.duecast.standalone.letters;

import io.duecast.standalone.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deals with records that were refused. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Lists the records that were refused, shows one with its bytes and its reason, and sends them"
          + " again to the topic they came from.",
      "An ID is where the record stood: topic/partition/offset."
    })
public final class DeadLettersCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private DeadLettersCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Console console) {
    return new CommandLine(new DeadLettersCommand())
        .addSubcommand(new ListLetters(console))
        .addSubcommand(new ShowLetter(console))
        .addSubcommand(new RetryLetters(console));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
