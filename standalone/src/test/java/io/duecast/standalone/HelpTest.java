package io.duecast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {
  @TempDir Path directory;

  static Stream<List<String>> commands() {
    List<List<String>> paths = new ArrayList<>();
    collect(root(), List.of(), paths);
    return paths.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> path) {
    List<String> args = new ArrayList<>(path);
    args.add("--help");

    Called called = Called.from(directory, args.toArray(String[]::new));

    assertThat(called.code()).isZero();
    assertThat(called.out()).contains("Usage: duecast");
    assertThat(called.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionAndEveryArgumentIsDescribed(List<String> path) {
    CommandLine command = root();
    for (String name : path) {
      command = command.getSubcommands().get(name);
    }
    assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
    for (ArgSpec arg : command.getCommandSpec().args()) {
      assertThat(String.join("", arg.description())).as(arg.paramLabel()).isNotBlank();
    }
  }

  @Test
  void calledAloneItShowsItsHelp() {
    assertThat(Called.from(directory).out()).contains("duecast demo --for 60s");
  }

  @Test
  void aWrongOptionIsAUsageErrorThatNamesIt() {
    Called called = Called.from(directory, "demo", "--fro", "60s");

    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("--fro");
  }

  @Test
  void aWrongDurationIsExplained() {
    Called called = Called.from(directory, "demo", "--for", "soon");

    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("'soon' is no duration such as 60s, 5m or 1h");
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
    command
        .getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!name.equals("help")) {
                List<String> deeper = Stream.concat(path.stream(), Stream.of(name)).toList();
                paths.add(deeper);
                collect(sub, deeper, paths);
              }
            });
  }

  private static CommandLine root() {
    return Duecast.commandLine(Console.ofProcess(new StopSignal()));
  }
}
