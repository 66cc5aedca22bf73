package io.duecast.book.csv;

import java.nio.file.Path;

/** Thrown when a file as a whole cannot be read; says which, where, and what to do. */
public final class FileUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FileUnreadableException(Path file, String what, Throwable cause) {
    super(file.getFileName() + ": " + what, cause);
  }

  public FileUnreadableException(Path file, String what) {
    super(file.getFileName() + ": " + what);
  }
}
