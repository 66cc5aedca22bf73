package io.duecast.stack;

import java.io.IOException;
import java.util.Arrays;

/**
 * The main class of a child process: runs another main class, and ends the process when its
 * standard input ends. The parent holds the other end and never writes; the operating system closes
 * it when the parent dies, however it dies. It stands alone, for the child has none of our other
 * classes.
 */
public final class ParentWatch {
  private static final long CLEAN_EXIT_MS = 20_000;

  private ParentWatch() {}

  /**
   * Runs in the child.
   *
   * @param args the main class to run, and its arguments
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    daemon("parent-watch", ParentWatch::exitWithParent);
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
  }

  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever said; only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe is the same news.
    }
    daemon("parent-watch-last-resort", ParentWatch::haltSoon);
    System.exit(0);
  }

  private static void haltSoon() {
    try {
      Thread.sleep(CLEAN_EXIT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
