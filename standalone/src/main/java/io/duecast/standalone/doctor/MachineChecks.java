package io.duecast.standalone.doctor;

import io.duecast.standalone.platform.PlatformOptions.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at Java, memory, directory, disk and build. */
final class MachineChecks {
  private static final int LEAST_JAVA = 21;
  private static final long LEAST_FREE_BYTES = 1L << 30;
  private static final long LEAST_HEAP_BYTES = 512L << 20;

  private MachineChecks() {}

  static List<Check> of(Setup setup) {
    List<Check> checks = new ArrayList<>();
    Runtime.Version java = Runtime.version();
    checks.add(
        Check.of(
            java.feature() >= LEAST_JAVA,
            "Java",
            java + " in " + System.getProperty("java.home"),
            "21 or later is needed: set JAVA_HOME"));
    long heap = Runtime.getRuntime().maxMemory();
    checks.add(
        Check.of(
            heap >= LEAST_HEAP_BYTES,
            "heap",
            megabytes(heap) + " at most",
            "give it more: DUECAST_JAVA_OPTS=-Xmx1g"));
    String home = System.getProperty("duecast.registry.home", "");
    checks.add(
        Check.of(
            Files.isRegularFile(Path.of(home, "quarkus-run.jar")),
            "build",
            "the registry's distribution in " + home,
            "build again: mvn -DskipTests package"));
    checks.add(directory(setup));
    return checks;
  }

  private static Check directory(Setup setup) {
    Path path = setup.data().path();
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (!Files.isWritable(path)) {
        return Check.bad("data directory", path + " cannot be written; choose another --data-dir");
      }
      return Check.of(
          free >= LEAST_FREE_BYTES,
          "data directory",
          path + ", " + megabytes(free) + " free",
          "a gigabyte should be: make room, or choose another --data-dir");
    } catch (IOException e) {
      return Check.bad("data directory", path + ": " + e.getMessage());
    }
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }
}
