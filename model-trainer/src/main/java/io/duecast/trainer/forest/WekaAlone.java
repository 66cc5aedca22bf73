package io.duecast.trainer.forest;

import java.nio.file.Path;

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
  }

  private static void set(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
