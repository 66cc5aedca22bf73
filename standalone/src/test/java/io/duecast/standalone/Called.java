package io.duecast.standalone;

import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.terminal.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What came of a call of the command in this process.
 *
 * @param out what it answered
 * @param err what it said beside that
 */
public record Called(int code, String out, String err) {
  /** Calls the command from a directory, with an empty environment and no terminal. */
  public static Called from(Path directory, String... args) {
    return from(directory, new StringWriter(), new StopSignal(), args);
  }

  /**
   * The same for one that runs until it is stopped.
   *
   * @param err where can be read what it says while it runs
   */
  public static Called from(Path directory, StringWriter err, StopSignal stop, String... args) {
    StringWriter out = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            100,
            30,
            stop,
            directory,
            Map.of("XDG_DATA_HOME", directory.resolve("share").toString()));
    int code = Duecast.commandLine(console).execute(args);
    console.out().flush();
    console.err().flush();
    return new Called(code, out.toString(), err.toString());
  }
}
