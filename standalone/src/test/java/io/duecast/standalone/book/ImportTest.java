package io.duecast.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duecast.feature.DeclaredFeature;
import io.duecast.risk.RiskAssessed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The import command, as a person runs it, against the fold without Kafka. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ImportTest {
  private static final List<DeclaredFeature> DECLARED =
      List.of(new DeclaredFeature("kind", DeclaredFeature.Source.INVOICE, true));

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 12})
  void everyFeatureIsThatOfTheFoldWithoutKafka(int partitions) throws Exception {
    DirtyBook book = DirtyBook.in(directory);
    Child imported = importing(book, partitions);

    assertAccountedFor(book, imported.output());
    assertThat(risks()).isEqualTo(expected(book));
  }

  @Test
  void anImportThatIsKilledGoesOnAndOneThatIsRepeatedChangesNothing() throws Exception {
    DirtyBook book = DirtyBook.in(directory);
    Child killed = start(book, 4);
    String line = killed.nextLine();
    while (line != null && !line.startsWith("sending")) {
      line = killed.nextLine();
    }
    assertThat(line)
        .as("it came as far as sending, and scored meanwhile: %s", killed.output())
        .isNotNull();
    killed.kill();

    Child resumed = importing(book, 4);
    assertAccountedFor(book, resumed.output());
    Map<String, Map<String, String>> once = risks();
    assertThat(once).isEqualTo(expected(book));

    importing(book, 4, "--again");
    assertThat(risks()).isEqualTo(once);
  }

  private static void assertAccountedFor(DirtyBook book, String output) {
    int opened = numberBefore(" opened + ", output);
    int rejected = numberBefore(" rejected\n", output);
    assertThat(opened + rejected).isEqualTo(book.rows);
    assertThat(rejected).isPositive();
    assertThat(numberBefore(" with exactly one assessment of record", output)).isEqualTo(opened);
  }

  private static int numberBefore(String text, String output) {
    int end = output.lastIndexOf(text);
    assertThat(end).as("'%s' in %s", text, output).isPositive();
    int start = end;
    while (start > 0 && "0123456789,".indexOf(output.charAt(start - 1)) >= 0) {
      start--;
    }
    return Integer.parseInt(output.substring(start, end).replace(",", ""));
  }

  private Child importing(DirtyBook book, int partitions, String... more) throws Exception {
    Child child = start(book, partitions, more);
    assertThat(child.exitCode()).as(child.output()).isZero();
    return child;
  }

  private Child start(DirtyBook book, int partitions, String... more) throws Exception {
    return Child.duecast(
        directory,
        List.of(
            "import",
            "--data-dir",
            directory.resolve("data").toString(),
            "--partitions",
            Integer.toString(partitions),
            "--mapping",
            book.mapping.toString(),
            book.invoices.toString()),
        List.of(more));
  }

  /** The served features of each assessment, as the command writes them. */
  private Map<String, Map<String, String>> risks() throws Exception {
    Path csv = directory.resolve("risk.csv");
    Child read =
        Child.duecast(
            directory,
            List.of(
                "read",
                "invoice-risk",
                "--data-dir",
                directory.resolve("data").toString(),
                "--format",
                "csv",
                "--out",
                csv.toString()),
            List.of());
    assertThat(read.exitCode()).as(read.output()).isZero();
    Map<String, Map<String, String>> risks = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        Map<String, String> features = new TreeMap<>();
        row.getFieldsAsMap()
            .forEach(
                (name, value) -> {
                  boolean isFeature = name.startsWith("feature.") && !value.isEmpty();
                  if (isFeature || name.equals("source_row")) {
                    features.put(name, value);
                  }
                });
        assertThat(risks.put(row.getField("assessment_id"), features))
            .as("one assessment of record: %s", row)
            .isNull();
      }
    }
    Files.delete(csv);
    return risks;
  }

  private static Map<String, Map<String, String>> expected(DirtyBook book) throws Exception {
    Map<String, Map<String, String>> expected = new HashMap<>();
    for (RiskAssessed risk : BookFold.of(book.mapping, book.invoices, DECLARED).values()) {
      Map<String, String> features = new TreeMap<>();
      risk.features()
          .forEach((name, value) -> features.put("feature." + name, BookFold.cell(value)));
      features.put("source_row", Long.toString(risk.sourceRow()));
      expected.put(risk.assessmentId(), features);
    }
    assertThat(expected).hasSizeGreaterThan(300);
    return expected;
  }
}
