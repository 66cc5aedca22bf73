package io.duecast.standalone.terminal;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.duecast.service.launch.StopSignal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command is called from, and whom it answers.
 *
 * @param out what was asked for
 * @param err what is said about it
 * @param isLive whether {@code out} is a terminal that can be drawn on
 * @param directory relative paths begin there
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean isLive,
    int columns,
    int rows,
    StopSignal stop,
    Path directory,
    Map<String, String> environment) {

  /** That of this process; the launcher says whether it is a terminal, and how large. */
  public static Console ofProcess(StopSignal stop) {
    return new Console(
        writer(System.out),
        writer(System.err),
        Boolean.getBoolean("duecast.terminal"),
        Integer.getInteger("duecast.columns", 100),
        Integer.getInteger("duecast.rows", 30),
        stop,
        Path.of("").toAbsolutePath(),
        System.getenv());
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** A line that is not part of the answer. */
  @FormatMethod
  public void say(@FormatString String line, Object... args) {
    err.println(line.formatted(args));
    err.flush();
  }

  /** A line of the answer. */
  @FormatMethod
  public void print(@FormatString String line, Object... args) {
    out.println(line.formatted(args));
    out.flush();
  }

  /** A path as it was typed, from where the command was called. */
  public Path resolve(Path typed) {
    return directory.resolve(typed);
  }
}
