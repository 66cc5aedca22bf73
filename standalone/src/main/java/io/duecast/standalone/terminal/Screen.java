package io.duecast.standalone.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * The whole terminal, drawn again and again in place. While it is open, what others write to
 * standard error waits, and is shown when it is closed.
 */
public final class Screen implements AutoCloseable {
  private static final String ENTER = "\u001b[?1049h\u001b[?25l";
  private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
  private static final String HOME = "\u001b[H";
  private static final String TO_END_OF_LINE = "\u001b[K";
  private static final String BELOW = "\u001b[J";

  private final Console console;
  private final PrintStream error = System.err;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

  public Screen(Console console) {
    this.console = console;
    System.setErr(new PrintStream(waiting, true, StandardCharsets.UTF_8));
    console.out().print(ENTER);
    console.out().flush();
  }

  /** Shows these lines, in picocli's markup; those below the edge are left out. */
  public void draw(List<String> lines) {
    StringBuilder frame = new StringBuilder(HOME);
    for (String line : lines.subList(0, Math.min(lines.size(), console.rows() - 1))) {
      frame.append(Ansi.ON.string(line)).append(TO_END_OF_LINE).append("\r\n");
    }
    console.out().print(frame.append(BELOW));
    console.out().flush();
  }

  @Override
  public void close() {
    console.out().print(LEAVE);
    console.out().flush();
    System.setErr(error);
    error.print(waiting.toString(StandardCharsets.UTF_8));
    error.flush();
  }
}
