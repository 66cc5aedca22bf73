package io.duecast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on the embedded stack, as a person would use it. */
class EndToEndTest {
  private static final int INVOICES = 60;
  private static final String MAPPING =
      """
      version: 1
      book:
        name: small
        zone: Europe/Berlin
        currency: EUR
        asOf: 2024-12-31
      format:
        delimiter: ","
        dates: [yyyy-MM-dd]
      invoices:
        combined: true
        id: {column: invoice}
        customer: {column: customer}
        issuedOn: {column: issued}
        dueOn: {column: due}
        settledOn: {column: paid}
        amount: {column: amount}
        attributes:
          rate: {column: rate, type: numeric}
      """;

  @TempDir Path directory;

  @Test
  void theDemoScoresEveryInvoiceThatItIssues() {
    Called called =
        Called.from(
            directory, "demo", "--for", "3s", "--plain", "--customers", "40", "--pace", "10");

    assertThat(called.err()).doesNotContain("unexpected");
    assertThat(called.code()).as(called.toString()).isZero();
    assertThat(called.out()).containsPattern("issued (\\d*[1-9]), scored \\1[;,]");
  }

  @Test
  void aDirtyBookIsAccountedForRowByRowAndASecondTimeChangesNothing() throws IOException {
    book();
    String[] importing = {
      "import", "--data-dir", "data", "--mapping", "mapping.yaml", "--partitions", "3", "book.csv"
    };

    Called first = Called.from(directory, importing);

    assertThat(first.code()).as(first.toString()).isZero();
    assertThat(first.out())
        .contains((INVOICES + 3) + " invoice rows = " + INVOICES + " opened + 3 rejected")
        .contains("FULL_DUPLICATE", "DATE_UNREADABLE", "AMOUNT_UNREADABLE")
        .contains(INVOICES + " invoices = " + INVOICES + " with exactly one assessment of record");
    String risks = read();
    assertThat(risks.lines()).hasSize(INVOICES + 1);
    assertThat(risks.lines().findFirst().orElseThrow())
        .contains("source_row", "probability_late", "feature.invoice.rate", "feature.term_days");

    Called again = Called.from(directory, importing);

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.err()).contains("already imported; nothing is sent");
    String[] once = append(importing, "--again");
    assertThat(Called.from(directory, once).code()).isZero();
    assertThat(read()).isEqualTo(risks);

    Called otherCount =
        Called.from(directory, "topics", "--data-dir", "data", "--set", "topics.partitions=5");
    assertThat(otherCount.code()).isEqualTo(1);
    assertThat(otherCount.err()).contains("asks for 5 partitions").contains("has 3");

    Called doctor = Called.from(directory, "doctor", "--data-dir", "data");
    assertThat(doctor.code()).as(doctor.toString()).isZero();
    assertThat(doctor.out()).contains("BACKWARD", "nothing waits", "all is well");
  }

  private String read() throws IOException {
    Called called =
        Called.from(
            directory,
            "read",
            "invoice-risk",
            "--data-dir",
            "data",
            "--format",
            "csv",
            "--sort",
            "source_row",
            "--out",
            "risk.csv");
    assertThat(called.code()).as(called.toString()).isZero();
    return Files.readString(directory.resolve("risk.csv"));
  }

  private void book() throws IOException {
    Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
    List<String> lines = new ArrayList<>(List.of("invoice,customer,issued,due,paid,amount,rate"));
    for (int i = 0; i < INVOICES; i++) {
      lines.add(
          "I%03d,C%d,2024-%02d-%02d,2024-%02d-%02d,%s,%d.50,%d"
              .formatted(
                  i,
                  i % 7,
                  1 + i / 10,
                  1 + i % 10,
                  2 + i / 10,
                  1 + i % 10,
                  i % 5 == 0 ? "" : "2024-%02d-%02d".formatted(2 + i / 10, 1 + i % 20),
                  100 + i,
                  i % 3));
    }
    lines.add(lines.get(11));
    lines.add("X1,C1,soon,2024-03-01,,5.00,1");
    lines.add("X2,C1,2024-02-01,2024-03-01,,much,1");
    Files.write(directory.resolve("book.csv"), lines);
  }

  private static String[] append(String[] args, String last) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add(last);
    return all.toArray(String[]::new);
  }
}
