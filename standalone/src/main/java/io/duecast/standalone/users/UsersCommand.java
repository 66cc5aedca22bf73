package io.duecast.standalone.users;

import io.duecast.standalone.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Deals with those who may log in to the console. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Lists who may log in to the console, adds and changes users, and removes them: in the file"
          + " of console.users, or users.yaml in the data directory.",
      "A console that runs knows at once."
    })
public final class UsersCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private UsersCommand() {}

  /** The command with its own commands. */
  public static CommandLine commandLine(Console console) {
    return new CommandLine(new UsersCommand())
        .addSubcommand(new ListUsers(console))
        .addSubcommand(new SetUser(console))
        .addSubcommand(new RemoveUser(console));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
