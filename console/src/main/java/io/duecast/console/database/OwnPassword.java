package io.duecast.console.database;

import io.duecast.service.launch.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The password of a database of our own: made once, kept in a file beside its directory that nobody
 * but the owner can read.
 */
record OwnPassword(Path file, String text) {
  private static final int BYTES = 24;

  /** The one of the database in a directory; made if there is none. */
  static OwnPassword of(Path directory) throws IOException {
    Path file = fileOf(directory);
    if (!isKnown(directory)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      OwnersFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return new OwnPassword(file, Files.readString(file, StandardCharsets.UTF_8).strip());
  }

  /** Whether there is one. */
  static boolean isKnown(Path directory) throws IOException {
    Path file = fileOf(directory);
    return Files.exists(file) && !Files.readString(file, StandardCharsets.UTF_8).isBlank();
  }

  private static Path fileOf(Path directory) {
    return directory.resolveSibling(directory.getFileName() + ".password");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return file.toString();
  }
}
