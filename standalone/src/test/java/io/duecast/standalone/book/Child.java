package io.duecast.standalone.book;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command in a process of its own. */
final class Child {
  private final Process process;
  private final BufferedReader lines;
  private final StringBuilder output = new StringBuilder();

  private Child(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  static Child duecast(Path directory, List<String> arguments, List<String> more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.duecast.standalone.Duecast"));
    command.addAll(arguments);
    command.addAll(more);
    return new Child(
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start());
  }

  /** The next line that it prints; null when it has ended. */
  @Nullable String nextLine() throws IOException {
    String line = lines.readLine();
    if (line != null) {
      output.append(line).append('\n');
    }
    return line;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Reads what it prints until it ends. */
  int exitCode() throws IOException, InterruptedException {
    String line = nextLine();
    while (line != null) {
      line = nextLine();
    }
    return process.waitFor();
  }

  String output() {
    return output.toString();
  }
}
