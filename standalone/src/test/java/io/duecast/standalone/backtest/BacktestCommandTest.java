package io.duecast.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.standalone.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
  private static final String MAPPING =
      """
      version: 1
      book: {name: small, zone: UTC, currency: EUR}
      format: {dates: [yyyy-MM-dd]}
      invoices:
        combined: true
        id: {column: id}
        customer: {column: customer}
        issuedOn: {column: issued}
        dueOn: {column: due}
        settledOn: {column: settled}
        amount: {column: amount}
      """;

  @TempDir Path directory;

  @BeforeEach
  void book() throws IOException {
    Random random = new Random(11);
    LocalDate first = LocalDate.of(2024, 1, 1);
    StringBuilder csv = new StringBuilder("id,customer,issued,due,settled,amount\n");
    for (int i = 0; i < 600; i++) {
      int customer = random.nextInt(20);
      LocalDate issued = first.plusDays(i / 2);
      int days = random.nextInt(20) < customer ? random.nextInt(40) : -random.nextInt(9);
      csv.append(
          "I%d,C%d,%s,%s,%s,100\n"
              .formatted(i, customer, issued, issued.plusDays(14), issued.plusDays(14L + days)));
    }
    Files.writeString(directory.resolve("invoices.csv"), csv.toString());
    Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
  }

  @Test
  void itWritesThePredictionsTheFiguresAndTheReport() {
    Called called = backtest("--grace-days", "0", "--split", "0.6", "--out", "out");

    assertThat(called.code()).as(called.err()).isZero();
    assertThat(called.out()).contains("AUC", "report.html");
    assertThat(called.err()).contains("scoring");
    assertThat(directory.resolve("out/predictions.csv"))
        .content()
        .startsWith(
            "source_row,invoice_id,customer_id,issued_on,due_on,amount,probability_late,p_on_time,"
                + "p_1_30,p_31_60,p_61_90,p_90_plus,expected_paid_on,paid_on_low,paid_on_high,late,"
                + "days_late,settled_on,model_id");
    assertThat(called.out()).contains("cash by week in EUR: WAPE");
    assertThat(directory.resolve("out/cash.csv"))
        .content()
        .startsWith("origin,currency,week,from,to,expected,p10,p50,p90,came,");
    assertThat(directory.resolve("out/metrics.json")).isNotEmptyFile();
    assertThat(directory.resolve("out/report.html")).content().contains("Backtest of small");
  }

  @Test
  void whatCannotBeIsSaidInOneLine() {
    assertRefused("no such file", "--customers", "none.csv", "--out", "out");
    assertRefused("contradict", "--split", "0.5", "--split-date", "2024-05-01", "--out", "out");
    assertRefused("is not between 0 and 1", "--split", "1.5", "--out", "out");
    assertRefused("is negative", "--grace-days", "-1", "--out", "out");
    assertRefused("is a file, not a directory", "--out", "mapping.yaml");
    assertRefused("labelled invoices", "--split-date", "2024-02-01", "--out", "out");
    assertRefused("no invoice was issued", "--split-date", "2034-02-01", "--out", "out");
  }

  @Test
  void aWrongDateIsAUsageError() {
    Called called = backtest("--as-of", "soon", "--out", "out");

    assertThat(called.code()).isEqualTo(2);
    assertThat(called.err()).contains("soon");
  }

  private void assertRefused(String why, String... args) {
    Called called = backtest(args);
    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains(why);
  }

  private Called backtest(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("backtest", "--mapping", "mapping.yaml", "--invoices", "invoices.csv"));
    args.addAll(List.of(more));
    return Called.from(directory, args.toArray(String[]::new));
  }
}
