package io.duecast.standalone.insight;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duecast.customer.CustomerId;
import io.duecast.dunning.Arm;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Holdout;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderState;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.RiskBand;
import io.duecast.standalone.platform.Connection;
import io.duecast.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A reminder to each customer of a book in euros, two days before the first of its invoices that
 * are not paid by then is due: of those that fall due within the next weeks, two at most, for a few
 * customers have nearly all.
 */
final class RemindersOfBook {
  private static final int MOST = 2;
  private static final int AHEAD_DAYS = 20;

  private final Holdout holdout;
  private final SortedMap<String, List<NamedCsvRecord>> byCustomer = new TreeMap<>();

  RemindersOfBook(Path book) {
    Map<String, List<NamedCsvRecord>> all;
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(book)) {
      all =
          csv.stream()
              .filter(row -> row.getField("currency").equals("EUR"))
              .filter(row -> !row.getField("amount").startsWith("-"))
              .sorted(Comparator.comparing(RemindersOfBook::due))
              .collect(Collectors.groupingBy(row -> row.getField("customer")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    all.forEach(
        (customer, rows) ->
            rows.stream()
                .map(row -> due(row).minusDays(2))
                .filter(day -> rows.stream().anyMatch(row -> isNamed(row, day)))
                .findFirst()
                .ifPresent(
                    day ->
                        byCustomer.put(
                            customer,
                            rows.stream().filter(row -> isNamed(row, day)).limit(MOST).toList())));
    holdout = evenDraw();
  }

  /** A draw that makes the arms equally large: one of fewer customers would lack an interval. */
  private Holdout evenDraw() {
    return IntStream.range(0, 1000)
        .mapToObj(salt -> new Holdout(0.5, Integer.toString(salt)))
        .filter(it -> 2 * heldOutBy(it) == byCustomer.size())
        .findFirst()
        .orElseThrow();
  }

  private long heldOutBy(Holdout draw) {
    return byCustomer.keySet().stream()
        .filter(it -> draw.armOf(new CustomerId(it)) == Arm.HOLDOUT)
        .count();
  }

  /** Whether a reminder of that day names it. */
  private static boolean isNamed(NamedCsvRecord row, LocalDate day) {
    String paidOn = row.getField("paid_on");
    return !due(row).isBefore(day.plusDays(2))
        && !due(row).isAfter(day.plusDays(AHEAD_DAYS))
        && !LocalDate.parse(row.getField("issued_on")).isAfter(day)
        && (paidOn.isEmpty() || LocalDate.parse(paidOn).isAfter(day));
  }

  private static LocalDate day(List<NamedCsvRecord> named) {
    return due(named.getFirst()).minusDays(2);
  }

  private static LocalDate due(NamedCsvRecord row) {
    return LocalDate.parse(row.getField("due_on"));
  }

  /** The share of an arm that is paid in time, of those whose month has passed. */
  double paidInTime(Arm arm, LocalDate asOf) {
    return byCustomer.entrySet().stream()
        .filter(it -> holdout.armOf(new CustomerId(it.getKey())) == arm)
        .map(Map.Entry::getValue)
        .filter(named -> !day(named).plusDays(30).isAfter(asOf))
        .flatMap(List::stream)
        .mapToInt(row -> isInTime(row) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static boolean isInTime(NamedCsvRecord row) {
    String paidOn = row.getField("paid_on");
    return !paidOn.isEmpty() && !LocalDate.parse(paidOn).isAfter(due(row).plusDays(3));
  }

  int size() {
    return byCustomer.values().stream().mapToInt(List::size).sum();
  }

  void send(Connection connection) throws InterruptedException {
    String topic = connection.topics().name(Topics.REMINDERS);
    Serializer<Reminder> serializer = connection.serdes().serializer(Topics.REMINDERS);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            connection.cluster(), new StringSerializer(), new ByteArraySerializer())) {
      for (Map.Entry<String, List<NamedCsvRecord>> it : byCustomer.entrySet()) {
        RecordHeaders headers = new RecordHeaders();
        byte[] bytes = serializer.serialize(topic, headers, reminder(it.getKey(), it.getValue()));
        producer.send(new ProducerRecord<>(topic, null, it.getKey(), bytes, headers)).get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ReminderLine line(NamedCsvRecord row) {
    return new ReminderLine(
        new InvoiceId(row.getField("invoice")),
        Money.of(row.getField("amount"), "EUR"),
        LocalDate.parse(row.getField("issued_on")),
        due(row),
        RiskBand.LOW,
        null,
        List.of());
  }

  private Reminder reminder(String id, List<NamedCsvRecord> named) {
    CustomerId customer = new CustomerId(id);
    Arm arm = holdout.armOf(customer);
    LocalDate day = day(named);
    Instant begins = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Reminder(
        customer + ":ladder:soon",
        1,
        ReminderState.REQUESTED,
        null,
        customer,
        "ladder",
        1,
        "soon",
        Channel.EMAIL,
        "soon",
        null,
        null,
        named.stream().map(RemindersOfBook::line).toList(),
        day,
        begins.plusSeconds(9 * 3600),
        begins.plusSeconds(17 * 3600),
        arm,
        holdout.propensityOf(arm),
        begins,
        false);
  }
}
