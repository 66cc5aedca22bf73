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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A reminder of invoices of a book in euros that are unpaid two days before they are due: of each
 * customer the first four, for a few have nearly all.
 */
final class RemindersOfBook {
  static final Holdout HOLDOUT = new Holdout(0.5, "7");

  private static final int MOST = 4;

  private final List<NamedCsvRecord> rows;

  RemindersOfBook(Path book) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(book)) {
      Map<String, Integer> counts = new HashMap<>();
      rows =
          csv.stream()
              .filter(RemindersOfBook::isUnpaid)
              .filter(row -> counts.merge(row.getField("customer"), 1, Integer::sum) <= MOST)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUnpaid(NamedCsvRecord row) {
    String paidOn = row.getField("paid_on");
    return row.getField("currency").equals("EUR")
        && !row.getField("amount").startsWith("-")
        && !on(row).isBefore(LocalDate.parse(row.getField("issued_on")))
        && (paidOn.isEmpty() || LocalDate.parse(paidOn).isAfter(on(row)));
  }

  private static LocalDate on(NamedCsvRecord row) {
    return due(row).minusDays(2);
  }

  private static LocalDate due(NamedCsvRecord row) {
    return LocalDate.parse(row.getField("due_on"));
  }

  /** The share of an arm that is paid in time, of those whose month has passed. */
  double paidInTime(Arm arm, LocalDate asOf) {
    return rows.stream()
        .filter(row -> HOLDOUT.armOf(new CustomerId(row.getField("customer"))) == arm)
        .filter(row -> !on(row).plusDays(30).isAfter(asOf))
        .mapToInt(row -> isInTime(row) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static boolean isInTime(NamedCsvRecord row) {
    String paidOn = row.getField("paid_on");
    return !paidOn.isEmpty() && !LocalDate.parse(paidOn).isAfter(due(row).plusDays(3));
  }

  int size() {
    return rows.size();
  }

  void send(Connection connection) throws InterruptedException {
    String topic = connection.topics().name(Topics.REMINDERS);
    Serializer<Reminder> serializer = connection.serdes().serializer(Topics.REMINDERS);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            connection.cluster(), new StringSerializer(), new ByteArraySerializer())) {
      for (NamedCsvRecord row : rows) {
        RecordHeaders headers = new RecordHeaders();
        byte[] bytes = serializer.serialize(topic, headers, reminder(row));
        String key = row.getField("customer");
        producer.send(new ProducerRecord<>(topic, null, key, bytes, headers)).get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Reminder reminder(NamedCsvRecord row) {
    CustomerId customer = new CustomerId(row.getField("customer"));
    InvoiceId invoice = new InvoiceId(row.getField("invoice"));
    Arm arm = HOLDOUT.armOf(customer);
    Instant begins = on(row).atStartOfDay(ZoneOffset.UTC).toInstant();
    ReminderLine line =
        new ReminderLine(
            invoice,
            Money.of(row.getField("amount"), "EUR"),
            LocalDate.parse(row.getField("issued_on")),
            due(row),
            RiskBand.LOW,
            "soon",
            List.of());
    return new Reminder(
        customer + ":ladder:soon:" + invoice,
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
        List.of(line),
        on(row),
        begins.plusSeconds(9 * 3600),
        begins.plusSeconds(17 * 3600),
        arm,
        HOLDOUT.propensityOf(arm),
        begins,
        false);
  }
}
