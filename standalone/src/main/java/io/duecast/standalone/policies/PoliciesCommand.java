package io.duecast.standalone.policies;

import io.duecast.standalone.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deals with policies of reminders. */
@Command(
    name = "policies",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Lists the policies of reminders, shows what one says, tries one over history, and activates"
          + " it. Without an active policy nobody is reminded."
    })
public final class PoliciesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private PoliciesCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Console console) {
    return new CommandLine(new PoliciesCommand())
        .addSubcommand(new ListPolicies(console))
        .addSubcommand(new ShowPolicy(console))
        .addSubcommand(new DryRunPolicy(console))
        .addSubcommand(new ActivatePolicy(console));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
