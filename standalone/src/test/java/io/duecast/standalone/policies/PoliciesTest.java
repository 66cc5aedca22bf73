package io.duecast.standalone.policies;

import static io.duecast.Examples.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.calendar.DayOpened;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.Called;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about policies, on an embedded stack that runs here. */
class PoliciesTest {
  private static final Path EXAMPLE = Path.of("../examples/dunning.yaml").toAbsolutePath();

  @TempDir Path directory;

  @Test
  void aPolicyIsTriedOverHistoryAndActivatedOnce() throws Exception {
    try (Connection connection = open()) {
      assertThat(called("policies", "list").err()).contains("nobody is reminded");
      assertThat(called("policies", "show").err()).contains("no policy was in force");
      assertThat(called("policies", "dry-run", EXAMPLE.toString()).err())
          .contains("would have sent nothing");
      tell(connection);

      Called dry = called("policies", "dry-run", EXAMPLE.toString(), "--format", "csv");
      assertThat(dry.out().lines())
          .containsExactly(
              "month,step,messages,customers,invoices,open,held_out,steps_dropped",
              "2026-03,first,1,1,1,100.00 EUR,0,0",
              "2026-03,second,1,1,1,100.00 EUR,0,0",
              "2026-04,final,1,1,1,100.00 EUR,0,0");
      assertThat(called("policies", "dry-run", EXAMPLE.toString(), "--as-of", "2026-03-20").out())
          .contains("first")
          .doesNotContain("second");

      String[] activate = {"policies", "activate", EXAMPLE.toString(), "--why", "first policy"};
      assertThat(called(activate).out()).contains("policy standard version 1 is in force from");
      assertThat(called("policies", "list").out()).contains("*", "standard", "first policy");
      assertThat(called("policies", "list", "--format", "json").out()).contains("\"version\":1");
      assertThat(called("policies", "show").out()).contains("likely to be late", "upcoming");

      Path other = directory.resolve("other.yaml");
      Files.writeString(other, Files.readString(EXAMPLE).replace("days: 10", "days: 11"));
      assertThat(called("policies", "activate", other.toString(), "--why", "longer").err())
          .contains("give it another version");
    }
  }

  /** One invoice, due on the tenth of March and never paid. */
  private static void tell(Connection connection) throws Exception {
    List<Record> lines = new ArrayList<>();
    Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    for (AccountEntry entry : ledger.after(anInvoice().dueOn("2026-03-10").fact()).entries()) {
      lines.add((Record) entry);
    }
    for (LocalDate day : Examples.FIRST_DAY.datesUntil(LocalDate.of(2026, 6, 1)).toList()) {
      lines.add(new DayOpened(day, true));
    }
    Properties config = new Properties();
    config.putAll(connection.cluster());
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<String, Record> producer =
        new KafkaProducer<>(
            config, new StringSerializer(), connection.serdes().serializer(Topics.RECEIVABLES))) {
      for (Record line : lines) {
        long at =
            line instanceof DayOpened day
                ? day.date().atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli()
                : ((AccountEntry) line).recordedAt().toEpochMilli();
        sent.add(
            producer.send(new ProducerRecord<>("receivables", 0, at, TopicKey.of(line), line)));
      }
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  private Called called(String... command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--data-dir";
    all[command.length + 1] = directory.resolve("data").toString();
    return Called.from(directory, all);
  }

  private Connection open() throws InterruptedException {
    PlatformOptions options = new PlatformOptions();
    options.dataDirUnlessNamed(directory.resolve("data"));
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            100,
            30,
            new StopSignal(),
            directory,
            Map.of());
    return Connection.open(options.read(console));
  }
}
