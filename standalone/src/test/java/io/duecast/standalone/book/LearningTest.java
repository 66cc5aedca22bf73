package io.duecast.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duecast.book.ImportListener;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.label.HorizonLabel;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.label.Outcome;
import io.duecast.model.ModelManifest;
import io.duecast.model.ModelScorer;
import io.duecast.outcome.LabelPolicy;
import io.duecast.risk.ScorerRole;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.chain.ModelTraining;
import io.duecast.trainer.chain.Provenance;
import io.duecast.trainer.chain.TrainedModel;
import io.duecast.trainer.chain.TrainingListener;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.TrainingRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A book that is learned from on the way, against a twin without Kafka: labels from the fold of the
 * book as of each release, the same training, and the same probability for every invoice to the
 * last bit.
 */
class LearningTest {
  private static final LabelPolicy POLICY = LabelPolicy.DEFAULT;
  private static final long SEED = 1;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
  private static final int ROWS = 3_000;
  private static final int DAYS = 400;
  private static final int CUSTOMERS = 60;
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
    Map<String, ObservedInvoice> byId =
        book.invoices().stream()
            .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
    int compared = 0;
    for (Map<String, String> release : releases.values()) {
      if (!isChampion(release)) {
        continue;
      }
      LocalDate knownOn = LocalDate.parse(release.get("known_on"));
      TrainedModel twin = trained(book, knownOn);
      ModelScorer scorer = new ModelScorer("twin", ScorerRole.CHAMPION, twin.model());
      for (Map<String, String> risk : risks.values()) {
        if (risk.get("model_id").equals(release.get("model_id"))) {
          ObservedInvoice invoice = byId.get(risk.get("invoice"));
          double expected =
              twin.model().chain().curve(scorer.row(invoice.features())).probabilityLate();
          assertThat(Double.parseDouble(risk.get("probability_late")))
              .as("%s by the model of %s", invoice.id(), knownOn)
              .isEqualTo(expected);
          assertThat(LocalDate.parse(risk.get("recorded_at").substring(0, 10)))
              .isAfterOrEqualTo(knownOn);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static TrainedModel trained(BookFold book, LocalDate knownOn) throws Exception {
    Labelling rule = new Labelling(POLICY, Cohort.KNOWN);
    Instant begin = knownOn.atStartOfDay(book.zone()).toInstant();
    List<ObservedInvoice> known = new ArrayList<>();
    for (ObservedInvoice invoice : book.invoices()) {
      if (invoice.issuedOn().isBefore(knownOn) && invoice.outcomeBefore(begin) != null) {
        known.add(invoice);
      }
    }
    known.sort(
        Comparator.comparing(ObservedInvoice::issuedOn)
            .thenComparing(it -> it.id().value())
            .thenComparing(it -> it.customer().value()));
    TrainingRows.Builder rows = TrainingRows.builder(Columns.of(book.features()));
    for (ObservedInvoice invoice : known) {
      Outcome outcome = invoice.outcomeBefore(begin);
      rows.add(
          invoice.features(),
          invoice.customer(),
          invoice.issuedOn(),
          outcome.dueOn(),
          rule.labels(outcome, knownOn).stream().map(HorizonLabel::label).toList(),
          outcome.fate() == io.duecast.label.Fate.PAID ? outcome.daysPastDue() : null);
    }
    Provenance provenance =
        new Provenance(
            book.features().fingerprint(),
            new ModelManifest.Label(Labelling.DEFINITION, POLICY.graceDays()),
            knownOn,
            Map.of(),
            SEED,
            begin);
    return new ModelTraining(TrainingSettings.QUICK)
        .train(rows.build(), provenance, TrainingListener.NONE);
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
