package io.duecast.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each trouble cost, as a table: in {@code target/recovery.txt}, and printed. */
final class Recovery {
  private static final List<String> LINES = new ArrayList<>();

  private Recovery() {}

  /** Notes how long invoices waited. */
  static synchronized void note(String trouble, Probes.Waits waits) {
    if (LINES.isEmpty()) {
      LINES.add(
          "%-46s %9s %9s %9s %9s"
              .formatted("seconds until a risk", "invoices", "median", "longest", "after it"));
    }
    String line =
        "%-46s %9d %9.2f %9.2f %9.2f"
            .formatted(
                trouble, waits.invoices(), waits.median(), waits.longest(), waits.afterTrouble());
    LINES.add(line.formatted(Locale.ROOT));
    System.out.println(String.join("\n", LINES));
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", "recovery.txt"), String.join("\n", LINES) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
