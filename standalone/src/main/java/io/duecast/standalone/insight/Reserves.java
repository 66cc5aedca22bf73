package io.duecast.standalone.insight;

import io.duecast.calendar.DayOpened;
import io.duecast.insight.OpenItem;
import io.duecast.insight.OpenItems;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.reserve.ReservePosition;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.streams.Flows;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads reserves, and the invoices that they are for, from their topics. */
final class Reserves {
  private Reserves() {}

  /** By day, as they were told; what is still to be processed is waited for. */
  static NavigableMap<LocalDate, List<ReservePosition>> read(Connection connection)
      throws InterruptedException {
    if (connection.origin() == Connection.Origin.OWN) {
      new Processing(connection, Flows.LEDGER).await(left -> {});
      new Processing(connection, Flows.PORTFOLIO).await(left -> {});
    }
    NavigableMap<LocalDate, List<ReservePosition>> days = new TreeMap<>();
    Set<String> known = new HashSet<>();
    try (TopicRecords<ReservePosition> all =
        new TopicRecords<>(connection, Topics.RESERVE_POSITIONS).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<ReservePosition> it
                && known.add(it.value().positionId())) {
              days.computeIfAbsent(it.value().day(), day -> new ArrayList<>()).add(it.value());
            }
            return true;
          });
    }
    return days;
  }

  /**
   * The day to show: the one asked for, or the latest.
   *
   * @throws CommandFailure if nothing is known of it
   */
  static LocalDate day(NavigableMap<LocalDate, ?> days, @Nullable LocalDate asked) {
    if (days.isEmpty()) {
      throw new CommandFailure(
          "no day has ended yet since the first invoice; import a book, or wait for the next day");
    }
    LocalDate day = asked == null ? days.lastKey() : asked;
    if (day.isBefore(days.firstKey()) || day.isAfter(days.lastKey())) {
      throw new CommandFailure(
          "--as-of %s: the days from %s to %s are known", day, days.firstKey(), days.lastKey());
    }
    return day;
  }

  /** The invoices that were open at the end of a day. */
  static List<OpenItem> openItems(Connection connection, LocalDate day) {
    OpenItems items = new OpenItems();
    Set<Integer> over = new HashSet<>();
    try (TopicRecords<Record> all =
        new TopicRecords<>(connection, Topics.RECEIVABLES).fromBeginning(true)) {
      all.toEnd(
          read -> {
            int partition = read.raw().partition();
            if (!over.contains(partition)
                && read.decoded() instanceof Decoded.Value<Record> it
                && !isHeard(it.value(), items, day)) {
              over.add(partition);
            }
            return true;
          });
    }
    return items.items();
  }

  /** False when the day is over in a partition. */
  private static boolean isHeard(Record value, OpenItems items, LocalDate day) {
    switch (value) {
      case ReceivableChanged line -> items.after(line);
      case CustomerUpdated update -> items.after(update);
      case DayOpened opened -> {
        return !opened.date().isAfter(day);
      }
      default -> {}
    }
    return true;
  }
}
