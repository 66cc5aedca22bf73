package io.duecast.service.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with secrets, which nobody but their owner can read. */
public final class OwnersFile {
  private OwnersFile() {}

  /**
   * Says this instead of what was there. A disk may be full: there is a whole file or the one
   * before, at no time half of one, or one that others can read.
   */
  public static void write(Path file, String text) throws IOException {
    Path directory = file.toAbsolutePath().normalize().getParent();
    if (directory == null) {
      throw new IOException(file + " is a directory");
    }
    Files.createDirectories(directory);
    FileAttribute<?> mine =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(directory, file.getFileName().toString(), ".new", mine);
    try {
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
