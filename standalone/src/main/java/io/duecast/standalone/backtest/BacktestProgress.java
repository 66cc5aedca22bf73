package io.duecast.standalone.backtest;

import io.duecast.book.ImportListener;
import io.duecast.standalone.terminal.Console;
import io.duecast.trainer.backtest.BacktestListener;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a backtest is: a bar for each step, or a line where there is no terminal. */
final class BacktestProgress implements BacktestListener, AutoCloseable {
  private static final int WIDEST = 100;

  private final Console console;
  private String step = "";
  private @Nullable ProgressBar bar;

  BacktestProgress(Console console) {
    this.console = console;
  }

  /** Of the files. */
  ImportListener reading() {
    return new ImportListener() {
      @Override
      public void read(long bytesRead, long bytesTotal, long rows) {
        progressed("reading", bytesRead, bytesTotal);
      }

      @Override
      public void checked(long rows, long rowsTotal) {
        progressed("checking", rows, rowsTotal);
      }

      @Override
      public void emitted(long events, long eventsTotal) {
        progressed("living through it", events, eventsTotal);
      }
    };
  }

  @Override
  public void progressed(String what, long done, long of) {
    if (!what.equals(step)) {
      pause();
      step = what;
      if (console.isLive()) {
        bar = bar(what, of);
      } else {
        console.say("%s", what);
      }
    }
    if (bar != null) {
      bar.maxHint(of);
      bar.stepTo(done);
    }
  }

  private ProgressBar bar(String name, long total) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
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
