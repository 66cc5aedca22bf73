package io.duecast.standalone.demo;

import io.duecast.service.watch.Watching;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of the demo: the company's facts in, its risks out, and somebody looks on. */
final class Demo {
  private static final Duration FRAME = Duration.ofMillis(250);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(90);

  private final Setup setup;
  private final EconomySettings settings;
  private final Pace pace;
  private final boolean isLive;
  private final AtomicBoolean isOver = new AtomicBoolean();

  Demo(Setup setup, EconomySettings settings, Pace pace, boolean isLive) {
    this.setup = setup;
    this.settings = settings;
    this.pace = pace;
    this.isLive = isLive;
  }

  /**
   * How fast, and how long.
   *
   * @param time null for as long as there are days
   */
  record Pace(double daysPerSecond, @Nullable Duration time) {}

  int call() throws InterruptedException {
    Console console = setup.console();
    AtomicReference<String> address = new AtomicReference<>("");
    try (Connection connection = Connection.open(setup)) {
      requireNew(connection);
      if (connection.origin() == Connection.Origin.OWN) {
        connection.startFlows(null);
        connection.startLearning();
        connection.startConsole(
            Watching.unseen(),
            it -> {
              address.set(it.toString());
              console.say("the console is at %s", it);
            });
      }
      console.say("ready with broker and registry; the first invoices are coming …");
      Board board = new Board(setup.settings().ledger().desk().policy());
      List<Thread> readers =
          List.of(
              reader(connection, Topics.INVOICE_RISK, board::scored),
              reader(connection, Topics.RECEIVABLES, board::moved),
              reader(connection, Topics.HIGH_RISK_INVOICES, board::referred),
              reader(connection, Topics.MODEL_RELEASES, board::decided),
              reader(connection, Topics.DEAD_LETTERS, board::refused));
      try (Feed feed = new Feed(connection, Economy.of(settings), pace, board)) {
        watch(connection, feed, board, address::get);
        feed.stop();
        console.say("waiting until everything issued is scored …");
        boolean isWhole = board.isWholeWithin(PATIENCE_AT_THE_END, connection::isAlive);
        console.print("%s", board.summary());
        return isWhole ? 0 : 1;
      } finally {
        isOver.set(true);
        for (Thread reader : readers) {
          reader.join();
        }
      }
    }
  }

  private void watch(Connection connection, Feed feed, Board board, Supplier<String> address)
      throws InterruptedException {
    Console console = setup.console();
    feed.start();
    try (DemoView view =
        isLive ? new LiveView(console, board, address) : new PlainView(console, board)) {
      while (!feed.hasEnded() && !console.stop().isAskedWithin(FRAME)) {
        if (!connection.isAlive()) {
          throw new CommandFailure("the flows have stopped; %s says why", setup.data().log());
        }
        view.show();
      }
    }
  }

  /** The same invoices again would be repeats, which the ledger drops: nothing to see. */
  private static void requireNew(Connection connection) {
    boolean[] isUsed = {false};
    try (TopicRecords<?> records =
        new TopicRecords<>(connection, Topics.INVOICE_EVENTS).fromBeginning(true)) {
      records.toEnd(
          read -> {
            isUsed[0] = true;
            return false;
          });
    }
    if (isUsed[0]) {
      throw new CommandFailure(
          "%s already has invoices; the demo needs a data directory of its own",
          connection.setup().data().path());
    }
  }

  private <V> Thread reader(Connection connection, Topic<V> topic, Consumer<V> use) {
    TopicRecords<V> records = new TopicRecords<>(connection, topic).fromBeginning(true);
    return Thread.ofPlatform()
        .daemon()
        .name("demo-" + topic.name())
        .start(
            () -> {
              try (records) {
                while (!isOver.get()) {
                  records.poll(
                      POLL,
                      read -> {
                        if (read.decoded() instanceof Decoded.Value<V> it) {
                          use.accept(it.value());
                        }
                        return true;
                      });
                }
              }
            });
  }
}
