package io.duecast.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duecast.book.ImportListener;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.backtest.Backtest;
import io.duecast.trainer.backtest.BacktestListener;
import io.duecast.trainer.backtest.BacktestResult;
import io.duecast.trainer.backtest.BacktestSettings;
import io.duecast.trainer.backtest.PredictionRow;
import io.duecast.trainer.backtest.Retrain;
import io.duecast.trainer.backtest.Split;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.chain.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A book that is learned from on the way, against the backtest with the same release dates, which
 * knows no Kafka: the same probabilities for every invoice to the last bit, and the same days.
 */
class LearningTest {
  private static final LabelPolicy POLICY = LabelPolicy.DEFAULT;
  private static final long SEED = 1;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
  private static final int ROWS = 3_000;
  private static final int DAYS = 400;
  private static final int CUSTOMERS = 60;
  private static final List<String> BUCKETS =
      List.of(
          "by_bucket.on_time",
          "by_bucket.days_1_to_30",
          "by_bucket.days_31_to_60",
          "by_bucket.days_61_to_90",
          "by_bucket.days_over_90");
  private static final List<String> KINDS = List.of("goods", "service", "project");

  @TempDir Path directory;

  private Path invoices = Path.of("");

  @Test
  void aBookLearnedFromOnTheWayIsScoredAsByItsTwinAndAKillChangesNothing() throws Exception {
    Path mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
    invoices = Files.writeString(directory.resolve("invoices.csv"), book());
    Child whole = importing("whole", mapping);
    assertThat(whole.exitCode()).as(whole.output()).isZero();
    Map<String, Map<String, String>> releases = read("whole", "model-releases", "release_id");
    Map<String, Map<String, String>> risks = read("whole", "invoice-risk", "assessment_id");

    long released = releases.values().stream().filter(LearningTest::isChampion).count();
    assertThat(released).as(whole.output()).isGreaterThan(1);
    assertThat(risks.values().stream().filter(it -> it.get("role").equals("CHAMPION")))
        .hasSizeGreaterThan(300);
    compareWithTwin(mapping, releases, risks);

    Child killed = importing("killed", mapping);
    String line = killed.nextLine();
    while (line != null && !line.contains(" passed: ")) {
      line = killed.nextLine();
    }
    assertThat(line).as(killed.output()).isNotNull();
    killed.kill();
    Child resumed = importing("killed", mapping);
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(withoutOffsets(read("killed", "invoice-risk", "assessment_id")))
        .isEqualTo(withoutOffsets(risks));
  }

  /** Whether an invoice is late depends on its kind above all, which no late ratio tells. */
  private static String book() {
    Random random = new Random(SEED);
    List<String> lines = new ArrayList<>();
    lines.add("invoice,customer,country,issued_on,due_on,paid_on,amount,currency,kind");
    for (int i = 0; i < ROWS; i++) {
      int customer = random.nextInt(CUSTOMERS);
      int kind = random.nextInt(KINDS.size());
      LocalDate issued = FIRST.plusDays((long) i * DAYS / ROWS);
      LocalDate due = issued.plusDays(14);
      boolean isLate = random.nextDouble() < 0.03 + 0.25 * kind + 0.2 * customer / CUSTOMERS;
      LocalDate paid =
          isLate ? due.plusDays(5 + random.nextInt(60)) : due.minusDays(random.nextInt(9));
      lines.add(
          String.join(
              ",",
              "I-" + i,
              "c-" + customer,
              customer % 2 == 0 ? "DE" : "FR",
              issued.toString(),
              due.toString(),
              paid.isAfter(FIRST.plusDays(DAYS)) ? "" : paid.toString(),
              Integer.toString(100 + random.nextInt(900)),
              "EUR",
              KINDS.get(kind)));
    }
    return String.join("\n", lines) + "\n";
  }

  /** A model's id says where its labels stood on the topic, and a repeat may have moved them. */
  private static Map<String, String> withoutOffsets(Map<String, Map<String, String>> risks) {
    return risks.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it -> it.getValue().get("role") + " " + it.getValue().get("probability_late")));
  }

  private void compareWithTwin(
      Path mapping,
      Map<String, Map<String, String>> releases,
      Map<String, Map<String, String>> risks)
      throws Exception {
    Mapping meaning = Mapping.read(mapping);
    BookFold book =
        BookFold.of(
            meaning, Sources.of(meaning, invoices), POLICY, Instant.now(), ImportListener.NONE);
    Map<LocalDate, String> champions =
        releases.values().stream()
            .filter(LearningTest::isChampion)
            .collect(
                Collectors.toMap(
                    it -> LocalDate.parse(it.get("known_on")),
                    it -> it.get("model_id"),
                    (first, second) -> second,
                    TreeMap::new));
    Map<LocalDate, String> twins = new HashMap<>();
    BacktestResult twin = backtest(book, List.copyOf(champions.keySet()));
    twin.releases().forEach(it -> twins.put(it.on(), it.id()));
    Map<String, PredictionRow> expected =
        twin.rows().stream().collect(Collectors.toMap(PredictionRow::invoiceId, it -> it));
    int compared = 0;
    for (Map<String, String> risk : risks.values()) {
      if (risk.get("role").equals("CHAMPION")) {
        PredictionRow row = expected.get(risk.get("invoice"));
        champions.forEach(
            (day, id) ->
                assertThat(risk.get("model_id").equals(id))
                    .isEqualTo(row.modelId().equals(twins.get(day))));
        assertThat(said(risk)).isEqualTo(said(row));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static BacktestResult backtest(BookFold book, List<LocalDate> days) throws Exception {
    BacktestSettings settings =
        new BacktestSettings(
            null,
            new Split.OnDay(days.getFirst()),
            POLICY,
            new Retrain(0, days),
            SEED,
            TrainingSettings.QUICK);
    return new Backtest(book, settings, BacktestListener.NONE).run();
  }

  private static List<Object> said(PredictionRow row) {
    return List.of(
        row.invoiceId(),
        row.probabilityLate(),
        row.byBucket(),
        row.expectedPaidOn(),
        row.paidOnLow(),
        row.paidOnHigh());
  }

  private static List<Object> said(Map<String, String> risk) {
    return List.of(
        risk.get("invoice"),
        Double.parseDouble(risk.get("probability_late")),
        BUCKETS.stream().map(it -> Double.parseDouble(risk.get(it))).toList(),
        LocalDate.parse(risk.get("expected_payment.on")),
        LocalDate.parse(risk.get("expected_payment.earliest")),
        LocalDate.parse(risk.get("expected_payment.latest")));
  }

  private static boolean isChampion(Map<String, String> release) {
    return release.get("slot").equals("CHAMPION");
  }

  private Child importing(String data, Path mapping) throws Exception {
    return Child.duecast(
        directory,
        List.of(
            "import",
            "--learn",
            "--set",
            "learning.effort=quick",
            "--data-dir",
            directory.resolve(data).toString(),
            "--mapping",
            mapping.toString(),
            invoices.toString()),
        List.of());
  }

  private Map<String, Map<String, String>> read(String data, String topic, String key)
      throws Exception {
    Path csv = directory.resolve(topic + ".csv");
    Child read =
        Child.duecast(
            directory,
            List.of(
                "read",
                topic,
                "--data-dir",
                directory.resolve(data).toString(),
                "--format",
                "csv",
                "--out",
                csv.toString()),
            List.of());
    assertThat(read.exitCode()).as(read.output()).isZero();
    Map<String, Map<String, String>> records = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        assertThat(records.put(row.getField(key), new TreeMap<>(row.getFieldsAsMap())))
            .as("twice: %s", row.getField(key))
            .isNull();
      }
    }
    return records;
  }

  private static final String MAPPING =
      """
      version: 1
      book:
        name: learning
        zone: Europe/Berlin
        currency: EUR
      format:
        delimiter: ","
        dates: [yyyy-MM-dd]
      invoices:
        combined: true
        id: {column: invoice}
        customer: {column: customer}
        issuedOn: {column: issued_on}
        dueOn: {column: due_on}
        settledOn: {column: paid_on}
        amount: {column: amount}
        currency: {column: currency}
        attributes:
          kind: {column: kind, type: category}
          country: {column: country, type: category}
      """;
}
