package io.duecast.standalone.read;

import io.duecast.calendar.DayOpened;
import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.read.ReadCommand.Row;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One reading of a topic: first a look at which columns there are, then the records. */
final class Reading<V> {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final List<String> POSITIONS = List.of("partition", "offset", "timestamp");

  private final Connection connection;
  private final Topic<V> topic;
  private final ReadCommand wanted;
  private final List<String> features;
  private final List<? extends Class<?>> types;
  private final Columns columns;
  private long rows;
  private long unreadable;

  Reading(Connection connection, Topic<V> topic, ReadCommand wanted) {
    this.connection = connection;
    this.topic = topic;
    this.wanted = wanted;
    this.features = connection.setup().settings().ledger().desk().features().keys();
    this.types = types(topic, wanted.hasDays);
    this.columns = Columns.of(types, features);
  }

  /** Days stand among the records of some topics; what is read there is mostly not they. */
  private static List<? extends Class<?>> types(Topic<?> topic, boolean withDays) {
    return withDays || !topic.isUnion()
        ? topic.types()
        : topic.types().stream().filter(type -> type != DayOpened.class).toList();
  }

  /** Writes what is wanted, and returns how many records that were. */
  long to(Writer out) throws IOException {
    switch (wanted.format) {
      case JSON -> write(new JsonRows(out));
      case CSV -> write(new CsvRows(out, names()));
      case TABLE -> write(new TableRows(out, names()));
    }
    if (unreadable > 0) {
      connection
          .setup()
          .console()
          .say(
              "%d records cannot be decoded and are left out; 'duecast dead-letters list' says why",
              unreadable);
    }
    return rows;
  }

  private <L> void write(RecordWriter<L> writer) throws IOException {
    if (wanted.follows) {
      follow(writer);
    } else if (wanted.sort != null) {
      sorted(writer, wanted.sort);
    } else {
      scan((row, value) -> write(writer.line(row.get()), writer));
    }
    writer.end();
  }

  private List<String> names() {
    if (!wanted.follows) {
      scan(
          (row, value) -> {
            columns.learn(value);
            return true;
          });
      unreadable = 0;
    }
    List<String> all = new ArrayList<>(columns.names(features));
    if (wanted.hasPositions) {
      all.addAll(POSITIONS);
    }
    List<String> chosen = wanted.columns.isEmpty() ? all : wanted.columns;
    if (!all.containsAll(chosen)) {
      List<String> unknown = chosen.stream().filter(it -> !all.contains(it)).toList();
      throw new CommandFailure(
          "%s has no column %s; there are: %s",
          topic.name(), String.join(", ", unknown), String.join(", ", all));
    }
    return wanted.columns.isEmpty() && wanted.format == ReadCommand.Format.TABLE
        ? TableColumns.of(topic, all)
        : chosen;
  }

  private <L> void sorted(RecordWriter<L> writer, String column) {
    List<SortKey<L>> lines = new ArrayList<>();
    scan(
        (row, value) -> {
          Row it = row.get();
          String cell = it.cells().getOrDefault(column, "");
          return lines.add(SortKey.of(cell, writer.line(it)));
        });
    lines.sort(SortKey.order());
    for (SortKey<L> line : lines) {
      if (!write(line.line(), writer)) {
        return;
      }
    }
  }

  private <L> void follow(RecordWriter<L> writer) throws IOException {
    StopSignal stop = connection.setup().console().stop();
    try (TopicRecords<V> records =
        new TopicRecords<>(connection, topic).fromBeginning(wanted.fromBeginning)) {
      while (!stop.isAsked() && rows < wanted.limit) {
        records.poll(
            POLL, read -> visit(read, (row, value) -> write(writer.line(row.get()), writer)));
        writer.end();
      }
    }
  }

  private <L> boolean write(L line, RecordWriter<L> writer) {
    if (rows >= wanted.limit) {
      return false;
    }
    try {
      writer.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
    return rows < wanted.limit;
  }

  private void scan(Use use) {
    try (TopicRecords<V> records = new TopicRecords<>(connection, topic).fromBeginning(true)) {
      records.toEnd(read -> visit(read, use));
    }
  }

  /** What is done with a record; the row is made when it is asked for. */
  private interface Use {
    boolean of(Supplier<Row> row, Record value);
  }

  private boolean visit(TopicRecords.Read<V> read, Use use) {
    byte @Nullable [] key = read.raw().key();
    String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    if (wanted.key != null && !wanted.key.equals(text)) {
      return true;
    }
    return switch (read.decoded()) {
      case Decoded.Rejected<V> it -> {
        unreadable++;
        yield true;
      }
      case Decoded.Value<V> it ->
          !types.contains(it.value().getClass())
              || use.of(() -> row(read, (Record) it.value()), (Record) it.value());
    };
  }

  private Row row(TopicRecords.Read<V> read, Record value) {
    Map<String, @Nullable Object> plain = PlainValue.of(value, types.size() > 1);
    if (wanted.hasPositions) {
      plain.put("partition", read.raw().partition());
      plain.put("offset", read.raw().offset());
      plain.put("timestamp", Instant.ofEpochMilli(read.raw().timestamp()).toString());
    }
    Map<String, String> cells = new LinkedHashMap<>();
    columns.flatten(plain, cells);
    return new Row(cells, plain);
  }
}
