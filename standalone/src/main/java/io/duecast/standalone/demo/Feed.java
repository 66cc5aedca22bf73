package io.duecast.standalone.demo;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.service.launch.StopSignal;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.standalone.platform.Connection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the company live in virtual time, and sends what happens as its systems would. */
final class Feed implements AutoCloseable {
  private static final Duration WORTH_WAITING = Duration.ofMillis(2);

  private final Publisher publisher;
  private final Economy economy;
  private final Demo.Pace pace;
  private final Board board;
  private final StopSignal stop = new StopSignal();
  private @Nullable Thread thread;

  Feed(Connection connection, Economy economy, Demo.Pace pace, Board board) {
    this.publisher = new Publisher(connection);
    this.economy = economy;
    this.pace = pace;
    this.board = board;
  }

  void start() {
    thread = Thread.ofPlatform().daemon().name("demo-feed").start(this::live);
  }

  /** Whether the time, or the days, are over. */
  boolean hasEnded() {
    return thread != null && !thread.isAlive();
  }

  /** Sends nothing more; all that was sent is with the brokers. */
  void stop() {
    stop.ask();
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    publisher.flush();
  }

  private void live() {
    long dayNanos = Math.round(1e9 / pace.daysPerSecond());
    long begin = System.nanoTime();
    long end = pace.time() == null ? Long.MAX_VALUE : pace.time().toNanos();
    try {
      for (long day = 0; economy.hasNextDay(); day++) {
        List<Arrival> arrivals = economy.nextDay();
        for (int i = 0; i < arrivals.size(); i++) {
          long due = day * dayNanos + dayNanos * i / arrivals.size();
          if (due > end || hasToStopWithin(begin + due - System.nanoTime())) {
            return;
          }
          send(arrivals.get(i));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hasToStopWithin(long nanos) throws InterruptedException {
    return nanos < WORTH_WAITING.toNanos()
        ? stop.isAsked()
        : stop.isAskedWithin(Duration.ofNanos(nanos));
  }

  private void send(Arrival arrival) {
    switch (arrival) {
      case Arrival.OfFact it -> {
        Fact fact = it.event();
        if (fact instanceof InvoiceIssued issued
            && issued.documentType() != DocumentType.CREDIT_NOTE) {
          board.issued(issued);
        }
        publisher.send(fact);
      }
      case Arrival.OfIndicator it -> {
        EconomicIndicator figure = it.event();
        publisher.send(figure);
      }
      case Arrival.OfDay it -> {
        DayOpened day = it.event();
        board.dayBegan(day.date());
        publisher.send(day, it.arrivesAt());
      }
    }
    board.sent();
  }

  @Override
  public void close() {
    stop();
    publisher.close();
  }
}
