package io.duecast.standalone;

import io.duecast.service.launch.ServiceProcess;
import io.duecast.standalone.backtest.BacktestCommand;
import io.duecast.standalone.book.ImportCommand;
import io.duecast.standalone.demo.DemoCommand;
import io.duecast.standalone.doctor.DoctorCommand;
import io.duecast.standalone.insight.ExperimentsCommand;
import io.duecast.standalone.insight.ForecastCommand;
import io.duecast.standalone.insight.KpisCommand;
import io.duecast.standalone.insight.ReservesCommand;
import io.duecast.standalone.insight.SegmentsCommand;
import io.duecast.standalone.letters.DeadLettersCommand;
import io.duecast.standalone.models.ExplainCommand;
import io.duecast.standalone.models.ModelsCommand;
import io.duecast.standalone.policies.PoliciesCommand;
import io.duecast.standalone.read.ReadCommand;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.users.UsersCommand;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command itself; says what there is if it is called alone. */
@Command(
    name = "duecast",
    version = "duecast 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Tells a company that sells on credit, when it issues an invoice, how likely it is to be paid"
          + " late.",
      ""
    },
    footer = {
      "",
      "First steps:",
      "  duecast demo --for 60s        a company in virtual time, scored before your eyes",
      "  duecast import --infer invoices.csv > mapping.yaml",
      "  duecast import --mapping mapping.yaml invoices.csv",
      "  duecast read invoice-risk --format csv --out risk.csv",
      "",
      "Without --bootstrap a command uses the embedded broker and registry of the data",
      "directory, and starts them if they do not run. 'duecast up' keeps them running.",
      "",
      "Exit codes: 0 done, 1 it failed and says why, 2 the command line is wrong."
    })
public final class Duecast implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private Duecast() {}

  /** Ends the process with the exit code of the command. */
  public static void main(String[] args) {
    ServiceProcess.run(stop -> commandLine(Console.ofProcess(stop)).execute(args));
  }

  /** The command with all that belongs to it. */
  public static CommandLine commandLine(Console console) {
    CommandLine command =
        new CommandLine(new Duecast())
            .addSubcommand(new DemoCommand(console))
            .addSubcommand(new UpCommand(console))
            .addSubcommand(new RunCommand(console))
            .addSubcommand(new ImportCommand(console))
            .addSubcommand(new BacktestCommand(console))
            .addSubcommand(new ReadCommand(console))
            .addSubcommand(new TopicsCommand(console))
            .addSubcommand(new DescribeCommand(console))
            .addSubcommand(new ConfigCommand(console))
            .addSubcommand(ModelsCommand.commandLine(console))
            .addSubcommand(new ExplainCommand(console))
            .addSubcommand(new KpisCommand(console))
            .addSubcommand(new ReservesCommand(console))
            .addSubcommand(new ForecastCommand(console))
            .addSubcommand(new SegmentsCommand(console))
            .addSubcommand(new ExperimentsCommand(console))
            .addSubcommand(PoliciesCommand.commandLine(console))
            .addSubcommand(DeadLettersCommand.commandLine(console))
            .addSubcommand(UsersCommand.commandLine(console))
            .addSubcommand(new DoctorCommand(console))
            .addSubcommand("generate-completion", new GenerateCompletion())
            .addSubcommand(new CommandLine.HelpCommand());
    command.setOut(console.out());
    command.setErr(console.err());
    command.setUsageHelpAutoWidth(true);
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setAbbreviatedOptionsAllowed(true);
    command.setExecutionExceptionHandler(new Failures(console));
    return command;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
