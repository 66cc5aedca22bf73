package io.duecast.trainer.forest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import weka.core.WekaPackageClassLoaderManager;

/**
 * Keeps Weka to itself: its package manager, which wakes with the first classifier, neither looks
 * for packages nor writes into the user's home.
 */
final class WekaAlone {
  private WekaAlone() {}

  /** To be called before Weka's classes are used; what the user has set stays. */
  static void settle() {
    set("weka.packageManager.offline", "true");
    set("weka.packageManager.loadPackages", "false");
    set("WEKA_HOME", Path.of(System.getProperty("java.io.tmpdir"), "duecast-weka").toString());
    wakeQuietly();
  }

  /** It says on standard error that it misses libraries, which forests do not need. */
  private static void wakeQuietly() {
    PrintStream said = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      WekaPackageClassLoaderManager.getWekaPackageClassLoaderManager();
    } finally {
      System.setErr(said);
    }
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
