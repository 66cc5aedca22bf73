package io.duecast.service.launch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that ends in order: a signal of the system asks the work to end, and its own exit code
 * counts.
 */
public final class ServiceProcess {
  private static final int LONGEST_STOP_SECONDS = 60;

  private ServiceProcess() {}

  /** What the process does, until it is done or asked to stop. */
  @FunctionalInterface
  public interface Work {
    /** The exit code. */
    int until(StopSignal stop);
  }

  /** Does the work, and ends the process with its exit code. */
  public static void run(Work work) {
    StopSignal stop = new StopSignal();
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Thread hook = new Thread(() -> endInOrder(stop, ended), "end-in-order");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = work.until(stop);
    ended.complete(code);
    System.exit(code);
  }

  private static void endInOrder(StopSignal stop, CompletableFuture<Integer> ended) {
    boolean isSignal = !ended.isDone();
    stop.ask();
    try {
      int code = ended.get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
      if (isSignal) {
        Runtime.getRuntime().halt(code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
