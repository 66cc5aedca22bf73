package io.duecast.book;

/** Told how far an import is, every thousand rows or events and at each end. */
public interface ImportListener {
  /** Nobody listens. */
  ImportListener NONE = new ImportListener() {};

  /**
   * Rows are being read.
   *
   * @param bytesRead of all files so far
   * @param bytesTotal of all files
   * @param rows of all files so far
   */
  default void read(long bytesRead, long bytesTotal, long rows) {}

  /** All rows are read and are being checked against each other. */
  default void checked(long rows, long rowsTotal) {}

  /** Events are being handed out. */
  default void emitted(long events, long eventsTotal) {}
}
