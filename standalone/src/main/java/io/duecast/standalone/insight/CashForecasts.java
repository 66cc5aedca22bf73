package io.duecast.standalone.insight;

import io.duecast.forecast.CashStatement;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.streams.Flows;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the forecasts of cash from their topic. */
final class CashForecasts {
  private final NavigableMap<String, NavigableMap<LocalDate, CashStatement>> byCurrency =
      new TreeMap<>();

  /**
   * Reads all; what is still to be processed is waited for.
   *
   * @param currency only this one; null for all
   */
  static CashForecasts read(Connection connection, @Nullable String currency)
      throws InterruptedException {
    if (connection.origin() == Connection.Origin.OWN) {
      new Processing(connection, Flows.LEDGER).await(left -> {});
      new Processing(connection, Flows.FORECAST).await(left -> {});
    }
    CashForecasts forecasts = new CashForecasts();
    Set<String> known = new HashSet<>();
    try (TopicRecords<CashStatement> all =
        new TopicRecords<>(connection, Topics.CASH_FORECASTS).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<CashStatement> it
                && known.add(it.value().statementId())) {
              forecasts.add(it.value(), currency);
            }
            return true;
          });
    }
    return forecasts;
  }

  private void add(CashStatement statement, @Nullable String only) {
    String currency = statement.forecast().open().currency().getCurrencyCode();
    if (only == null || only.equals(currency)) {
      byCurrency
          .computeIfAbsent(currency, it -> new TreeMap<>())
          .put(statement.forecast().asOf(), statement);
    }
  }

  /**
   * The statements of each currency up to a day, Monday by Monday.
   *
   * @param asOf null for the latest
   * @throws CommandFailure if there is none
   */
  NavigableMap<String, NavigableMap<LocalDate, CashStatement>> upTo(@Nullable LocalDate asOf) {
    if (byCurrency.isEmpty()) {
      throw new CommandFailure(
          "no week has begun yet since the first invoice of that kind; wait for the next Monday, or"
              + " import a book before live days begin");
    }
    NavigableMap<String, NavigableMap<LocalDate, CashStatement>> past = new TreeMap<>();
    byCurrency.forEach(
        (currency, statements) -> {
          NavigableMap<LocalDate, CashStatement> its =
              asOf == null ? statements : statements.headMap(asOf, true);
          if (!its.isEmpty()) {
            past.put(currency, its);
          }
        });
    if (past.isEmpty()) {
      throw new CommandFailure("--as-of %s: no week had begun by then", String.valueOf(asOf));
    }
    return past;
  }
}
