package io.duecast.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that tests compare with, and write anew when they are told to. */
final class Source {
  /** What a test says when a file is stale. */
  static final String REWRITE =
      "mvn -pl schemas -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dduecast.write=true";

  private static final Path MODULE = Path.of("").toAbsolutePath();

  private Source() {}

  static boolean isToBeWritten() {
    return Boolean.getBoolean("duecast.write");
  }

  static Path inModule(String path) {
    return MODULE.resolve(path);
  }

  static Path inProject(String path) {
    return MODULE.resolve("..").resolve(path).normalize();
  }

  static void write(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
