package io.duecast.standalone.doctor;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.terminal.Console;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether everything is there and fits. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks Java, memory, disk, settings, brokers, registry, topics and what is still to be"
          + " processed; says what to do where something is wrong.",
      "Changes nothing. Starts the embedded stack for the look if it does not run."
    },
    footer = {"", "Exit code: 0 if nothing is wrong, else 1."})
public final class DoctorCommand implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  private final Console console;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Setup setup = platform.read(console);
    List<Check> checks = new ArrayList<>(MachineChecks.of(setup));
    checks.add(Check.ok("settings", "in order; 'duecast config' shows them"));
    checks.forEach(this::print);
    List<Check> ofCluster = new ArrayList<>();
    try (Connection connection = Connection.reach(setup)) {
      ofCluster.add(
          Check.ok(
              "stack",
              switch (connection.origin()) {
                case OWN -> "was not running; it starts and stops";
                case RUNNING -> "runs in another process";
                case REAL -> "a real cluster";
              }));
      ofCluster.addAll(new ClusterChecks(connection).all());
      ofCluster.addAll(RegistryChecks.of(connection));
    }
    ofCluster.forEach(this::print);
    checks.addAll(ofCluster);
    boolean isWell = checks.stream().noneMatch(it -> it.verdict() == Check.Verdict.BAD);
    console.print("%s", isWell ? "all is well" : "something is wrong: see above");
    return isWell ? 0 : 1;
  }

  private void print(Check check) {
    console.print(
        "%-5s %-15s %s",
        check.verdict().name().toLowerCase(Locale.ROOT), check.what(), check.found());
  }
}
