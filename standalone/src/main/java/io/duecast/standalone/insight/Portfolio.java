package io.duecast.standalone.insight;

import io.duecast.insight.PortfolioDay;
import io.duecast.insight.PortfolioHistory;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.streams.Flows;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the days of the portfolio from their topic. */
final class Portfolio {
  private Portfolio() {}

  /** All that is known now; what is still to be processed is waited for. */
  static PortfolioHistory read(Connection connection) throws InterruptedException {
    if (connection.origin() == Connection.Origin.OWN) {
      new Processing(connection, Flows.LEDGER).await(left -> {});
      new Processing(connection, Flows.PORTFOLIO).await(left -> {});
    }
    PortfolioHistory history = new PortfolioHistory();
    try (TopicRecords<PortfolioDay> all =
        new TopicRecords<>(connection, Topics.PORTFOLIO_DAYS).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<PortfolioDay> it) {
              history.add(it.value());
            }
            return true;
          });
    }
    return history;
  }

  /**
   * The day to show: the one asked for, or the latest.
   *
   * @throws CommandFailure if nothing is known of it
   */
  static LocalDate day(PortfolioHistory history, @Nullable LocalDate asked) {
    LocalDate first =
        history
            .first()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        "no day has ended yet since the first invoice; import a book, or wait for"
                            + " the next day"));
    LocalDate last = history.last().orElseThrow();
    LocalDate day = asked == null ? last : asked;
    if (day.isBefore(first) || day.isAfter(last)) {
      throw new CommandFailure("--as-of %s: the days from %s to %s are known", day, first, last);
    }
    return day;
  }
}
