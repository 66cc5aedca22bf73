package io.duecast.console.web;

import io.duecast.console.projection.Moves;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/**
 * Tells each open page what has moved, at most a few times a second: what comes meanwhile is told
 * together. A page that is slow to listen holds nobody up.
 */
final class MovesFeed {
  private static final int MOST_PAGES = 200;
  private static final Duration BETWEEN = Duration.ofMillis(250);
  private static final long SIGN_OF_LIFE_MS = 15_000;

  private final Moves moves;
  private final Semaphore places = new Semaphore(MOST_PAGES);

  MovesFeed(Moves moves) {
    this.moves = moves;
  }

  void join(SseClient client) {
    if (!places.tryAcquire()) {
      client.close();
      return;
    }
    client.keepAlive();
    Page page = new Page(client);
    Runnable leave = moves.listen(page::moved);
    client.onClose(page::end);
    var unused = Thread.ofVirtual().name("moves").start(() -> page.tellUntilClosed(leave));
  }

  /** One open page. */
  private final class Page {
    private final SseClient client;
    private final Set<String> waiting = new TreeSet<>();
    private boolean isOver;

    Page(SseClient client) {
      this.client = client;
    }

    synchronized void moved(Set<String> topics) {
      waiting.addAll(topics);
      notifyAll();
    }

    synchronized void end() {
      isOver = true;
      notifyAll();
    }

    void tellUntilClosed(Runnable leave) {
      try {
        client.sendComment("here");
        while (isOpen()) {
          Set<String> moved = next();
          if (moved.isEmpty()) {
            client.sendComment("still here");
          } else {
            client.sendEvent("moved", String.join(",", moved));
            Thread.sleep(BETWEEN);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        leave.run();
        places.release();
      }
    }

    private synchronized boolean isOpen() {
      return !isOver && !client.terminated();
    }

    /** What has moved; nothing if that takes long. */
    @SuppressWarnings("WaitNotInLoop") // an early return is a sign of life too many, no more
    private synchronized Set<String> next() throws InterruptedException {
      if (waiting.isEmpty() && !isOver) {
        wait(SIGN_OF_LIFE_MS);
      }
      Set<String> moved = new TreeSet<>(waiting);
      waiting.clear();
      return moved;
    }
  }
}
