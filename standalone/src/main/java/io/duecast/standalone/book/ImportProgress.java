package io.duecast.standalone.book;

import io.duecast.book.ImportListener;
import io.duecast.standalone.terminal.Console;
import java.time.LocalDate;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is: a bar with rate and time left; lines where there is no terminal. */
final class ImportProgress implements ImportListener, AutoCloseable {
  private static final long NANOS_BETWEEN_LINES = 5_000_000_000L;
  private static final int WIDEST = 100;

  private final Console console;
  private String step = "";
  private @Nullable ProgressBar bar;
  private long lastLineNanos;

  ImportProgress(Console console) {
    this.console = console;
  }

  @Override
  public void read(long bytesRead, long bytesTotal, long rows) {
    show("reading", bytesRead, bytesTotal);
  }

  @Override
  public void checked(long rows, long rowsTotal) {
    show("checking", rows, rowsTotal);
  }

  private long events;

  /** So many events will be sent. */
  void begin(long total) {
    events = total;
  }

  void sent(long event) {
    show("sending", event, events);
  }

  /** So many records are still to be processed, of this many at first. */
  void processing(long left, long first) {
    show("scoring", first - left, first);
  }

  /** The training of a day is so far. */
  void learning(LocalDate day, int done, int of) {
    show("learning " + day, done, of);
  }

  private void show(String name, long done, long total) {
    if (!name.equals(step)) {
      pause();
      step = name;
      lastLineNanos = System.nanoTime();
      bar = console.isLive() ? bar(name, total) : null;
    }
    if (bar != null) {
      bar.maxHint(total);
      bar.stepTo(done);
      return;
    }
    long now = System.nanoTime();
    if (now - lastLineNanos > NANOS_BETWEEN_LINES || (done >= total && total > 0)) {
      console.say("%s %,d of %,d", name, done, total);
      lastLineNanos = done >= total ? Long.MAX_VALUE / 2 : now;
    }
  }

  private ProgressBar bar(String name, long total) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(
            new ConsoleProgressBarConsumer(System.err, Math.min(WIDEST, console.columns())))
        .build();
  }

  /** The step is over; something else is said. */
  void pause() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    step = "";
  }

  @Override
  public void close() {
    pause();
  }
}
