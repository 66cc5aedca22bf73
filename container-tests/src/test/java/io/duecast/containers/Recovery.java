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
  private static final String ROW = "%-46s %9s %9s %9s";
  private static final List<String> LINES = new ArrayList<>();

  private Recovery() {}

  /** Notes how long invoices waited. */
  static synchronized void note(String trouble, Probes.Waits waits) {
    if (LINES.isEmpty()) {
      LINES.add(
          ROW.formatted("seconds from an invoice to its risk", "usual", "longest", "recovery"));
    }
    LINES.add(
        ROW.formatted(
            trouble,
            seconds(waits.usual()),
            seconds(waits.longest()),
            seconds(waits.afterwards())));
    System.out.println(String.join("\n", LINES));
    try {
      Files.createDirectories(Path.of("target"));
      Files.writeString(Path.of("target", "recovery.txt"), String.join("\n", LINES) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
