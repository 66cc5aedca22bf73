package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The book of the README's walk: of a simulated company, nobody's real one. */
class ExampleBookTest {
  private static final Path FILE = Path.of("..", "examples", "invoices.csv");
  private static final String COMMAND =
      "mvn -pl simulator -am test -Dtest=ExampleBookTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dduecast.write=true";

  @Test
  void theExampleIsWhatTheSimulatorWrites() throws IOException {
    if (Boolean.getBoolean("duecast.write")) {
      Files.writeString(FILE, book());
    }
    assertThat(FILE).as("write it anew with: %s", COMMAND).hasContent(book());
  }

  private static String book() {
    EconomySettings settings =
        EconomySettings.demo().withSeed(2024).withCustomers(25).withDays(365);
    return SampleBook.rows(settings)
        .filter(row -> Set.of("paid", "open").contains(row.status()))
        .map(ExampleBookTest::line)
        .collect(
            Collectors.joining(
                "\n",
                "invoice,customer,segment,country,issued_on,due_on,paid_on,amount,currency,kind\n",
                "\n"));
  }

  private static String line(BookRow row) {
    LocalDate due = row.dueOn() == null ? row.issuedOn().plusDays(row.termDays()) : row.dueOn();
    return String.join(
        ",",
        row.invoice(),
        row.customer(),
        row.segment(),
        row.country(),
        row.issuedOn().toString(),
        due.toString(),
        row.paidOn() == null ? "" : row.paidOn().toString(),
        row.amount().toPlainString(),
        row.currency(),
        row.kind());
  }
}
