package io.duecast.console.projection;

/**
 * The tables are not made of the topics that are there now. Nobody but a person can say which to
 * keep.
 */
final class OtherTopicsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String WAY_OUT =
      "; name the cluster or the database that belong together, or start the console once with"
          + " --rebuild, or stop and remove the database that is its own";

  OtherTopicsException(String message) {
    super(message + WAY_OUT);
  }
}
