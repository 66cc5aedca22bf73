package io.duecast.standalone.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duecast.dunning.Arm;
import io.duecast.service.launch.StopSignal;
import io.duecast.standalone.Called;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.terminal.Console;
import io.duecast.streams.Flows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an imported book agrees with itself, today and at a day of the past. */
class InsightCommandsTest {
  private static final Path BOOK = Path.of("../examples/invoices.csv").toAbsolutePath();

  @TempDir static Path directory;

  private static Connection connection;

  @BeforeAll
  static void importTheBook() throws InterruptedException {
    Path mapping = directory.resolve("mapping.yaml");
    Called.from(directory, "import", "--infer", BOOK.toString(), "--out", mapping.toString());
    Called imported = called("import", "--mapping", mapping.toString(), BOOK.toString());
    assertThat(imported.code()).as(imported.err()).isZero();
    PlatformOptions options = new PlatformOptions();
    options.dataDirUnlessNamed(directory.resolve("data"));
    connection = Connection.open(options.read(quiet()));
    connection.startFlows(null);
    new Processing(connection, Flows.PORTFOLIO).await(left -> {});
    new Processing(connection, Flows.FORECAST).await(left -> {});
  }

  @AfterAll
  static void stop() {
    connection.close();
  }

  private static Console quiet() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Console(nowhere, nowhere, false, 100, 30, new StopSignal(), directory, Map.of());
  }

  @Test
  void agesReservesAndInvoicesAddUpToTheSameReceivables() {
    String sunday = LocalDate.parse(lastMonday()).minusDays(1).toString();
    for (String day : List.of("", sunday)) {
      String[] asOf = day.isEmpty() ? new String[0] : new String[] {"--as-of", day};
      BigDecimal ages = sum(csv("reserves", asOf), "open");
      String[] invoices = Arrays.copyOf(asOf, asOf.length + 2);
      invoices[asOf.length] = "--show";
      invoices[asOf.length + 1] = "invoices";
      List<NamedCsvRecord> each = csv("reserves", invoices);

      assertThat(sum(each, "open")).as("open on %s", day).isEqualByComparingTo(ages);
      assertThat(sum(each, "reserve")).isEqualByComparingTo(sum(csv("reserves", asOf), "reserve"));
      assertThat(ages).isPositive();
    }
  }

  @Test
  void theForecastHoldsAllThatIsOpen() {
    List<NamedCsvRecord> weeks = csv("forecast", "--currency", "EUR");

    assertThat(weeks).hasSize(13);
    BigDecimal open = new BigDecimal(weeks.getFirst().getField("open"));
    BigDecimal later = new BigDecimal(weeks.getFirst().getField("later"));
    assertThat(sum(weeks, "expected").add(later)).isEqualByComparingTo(open);
    assertThat(weeks.getFirst().getField("as_of")).isEqualTo(lastMonday());

    NamedCsvRecord accuracy = csv("forecast", "--currency", "EUR", "--show", "accuracy").getFirst();
    assertThat(new BigDecimal(accuracy.getField("wape"))).isPositive();
    assertThat(new BigDecimal(accuracy.getField("band_held"))).isBetween(half(), BigDecimal.ONE);
    assertThat(called("forecast").out()).contains("Liquidity reserve", "The band held");
  }

  @Test
  void aForecastOfThePastIsTheOneThatWasMadeThen() {
    String monday = lastMonday();
    String before = LocalDate.parse(monday).minusDays(1).toString();

    NamedCsvRecord then = csv("forecast", "--currency", "EUR", "--as-of", before).getFirst();

    assertThat(then.getField("as_of")).isEqualTo(LocalDate.parse(monday).minusDays(7).toString());
    assertThat(called("forecast", "--as-of", "1990-01-01").err()).contains("no week had begun");
    assertThat(called("forecast", "--currency", "XXX").err()).contains("no week has begun yet");
  }

  @Test
  void everyKeyFigureIsShownWithItsParts() {
    assertThat(called("kpis").out()).contains("Days sales outstanding");
    assertThat(csv("kpis")).isNotEmpty();
  }

  @Test
  void anExperimentIsWhatTheBookItselfSaysOfItsArms() throws InterruptedException {
    assertThat(called("experiments").err()).contains("nothing was tried");
    RemindersOfBook reminders = new RemindersOfBook(BOOK);
    reminders.send(connection);

    List<NamedCsvRecord> rows = csv("experiments");

    assertThat(rows).extracting(it -> it.getField("first_step")).containsOnly("");
    NamedCsvRecord paid = rows.getFirst();
    LocalDate asOf = LocalDate.parse(paid.getField("as_of"));
    assertThat(paid.getField("measure")).isEqualTo("paid_in_time");
    assertThat(new BigDecimal(paid.getField("treated")).doubleValue())
        .isCloseTo(reminders.paidInTime(Arm.TREATED, asOf), within(1e-6));
    assertThat(new BigDecimal(paid.getField("held_out")).doubleValue())
        .isCloseTo(reminders.paidInTime(Arm.HOLDOUT, asOf), within(1e-6));
    BigDecimal counted =
        Stream.of("treated_invoices", "held_out_invoices", "running")
            .map(it -> new BigDecimal(paid.getField(it)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(counted.intValueExact()).isEqualTo(reminders.size());
    assertThat(called("experiments").out())
        .contains(
            "reminder ladder, all steps, EUR",
            "too few customers were held out",
            "not what was delivered");
    assertThat(called("experiments", "--format", "json").out())
        .contains("\"measure\":\"paid_in_time\"");
    assertThat(called("experiments", "--as-of", "2999-01-01").err()).contains("the days up to");
    assertThat(called("experiments", "--horizon", "0").err()).contains("from 1 to 365 days");
  }

  private static String lastMonday() {
    return csv("forecast", "--currency", "EUR").getFirst().getField("as_of");
  }

  private static BigDecimal half() {
    return new BigDecimal("0.5");
  }

  private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
    return rows.stream()
        .map(it -> new BigDecimal(it.getField(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<NamedCsvRecord> csv(String command, String... options) {
    String[] all = Arrays.copyOf(new String[] {command, "--format", "csv"}, 3 + options.length);
    System.arraycopy(options, 0, all, 3, options.length);
    Called called = called(all);
    assertThat(called.code()).as(called.err()).isZero();
    return CsvReader.builder().ofNamedCsvRecord(called.out()).stream().toList();
  }

  private static Called called(String... command) {
    String[] all = Arrays.copyOf(command, command.length + 2);
    all[command.length] = "--data-dir";
    all[command.length + 1] = directory.resolve("data").toString();
    return Called.from(directory, all);
  }
}
