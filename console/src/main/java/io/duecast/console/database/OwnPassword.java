package io.duecast.console.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The password of a database of our own: made once, kept in a file beside its directory that nobody
 * but the owner can read.
 */
record OwnPassword(Path file, String text) {
  private static final int BYTES = 24;

  /** The one of the database in a directory; made if there is none. */
  static OwnPassword of(Path directory) throws IOException {
    Path file = fileOf(directory);
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.newByteChannel(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
          .close();
      Files.writeString(file, text);
    }
    return new OwnPassword(file, Files.readString(file, StandardCharsets.UTF_8).strip());
  }

  static Path fileOf(Path directory) {
    return directory.resolveSibling(directory.getFileName() + ".password");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return file.toString();
  }
}
