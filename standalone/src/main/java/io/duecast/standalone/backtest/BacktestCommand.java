package io.duecast.standalone.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.SectionKind;
import io.duecast.outcome.LabelPolicy;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.trainer.backtest.Backtest;
import io.duecast.trainer.backtest.BacktestFiles;
import io.duecast.trainer.backtest.BacktestResult;
import io.duecast.trainer.backtest.BacktestSettings;
import io.duecast.trainer.backtest.Retrain;
import io.duecast.trainer.backtest.Split;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.book.ObservedInvoice;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how good predictions would have been, had Duecast run in a company's past. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the extracts of an ERP, trains on the earlier part as it was known then, scores every"
          + " later invoice as it would have been scored at issue, and compares with what became"
          + " of it. Forecasts the cash of each week too, from every Monday of that time. Needs no"
          + " Kafka.",
      "Writes predictions.csv, cash.csv, metrics.json and report.html to the directory."
    },
    footer = {
      "",
      "Examples:",
      "  duecast backtest --mapping mapping.yaml --invoices invoices.csv --out backtest",
      "  duecast backtest --mapping mapping.yaml --invoices invoices.csv --split-date 2025-07-01"
          + " \\",
      "    --grace-days 0 --retrain monthly --out backtest"
    })
public final class BacktestCommand implements Callable<Integer> {
  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE",
      description = "What the columns mean; 'duecast import --infer' drafts one.")
  @SuppressWarnings("NullAway.Init") // required
  Path mapping;

  @Option(
      names = "--invoices",
      required = true,
      paramLabel = "FILE",
      description = "The invoices. The other files lie beside it under the mapping's names.")
  @SuppressWarnings("NullAway.Init") // required
  Path invoices;

  @Option(
      names = "--customers",
      paramLabel = "FILE",
      description =
          "The customers, instead of the mapping's name; a second one is the customers by month.")
  @Nullable List<Path> customers;

  @Option(
      names = "--months",
      paramLabel = "FILE",
      description = "The customers by month, instead of the mapping's name.")
  @Nullable Path months;

  @Option(
      names = "--payments",
      paramLabel = "FILE",
      description = "The payments, instead of the mapping's name.")
  @Nullable Path payments;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Nothing of this day or later is known. Default: the mapping's, or the day after the"
              + " book's last.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--split",
      paramLabel = "SHARE",
      description = "Share of the invoices issued before the test begins. Default: 0.7.")
  @Nullable Double split;

  @Option(
      names = "--split-date",
      paramLabel = "DATE",
      description = "The first day of the test, instead of --split.")
  @Nullable LocalDate splitDate;

  @Option(
      names = "--grace-days",
      paramLabel = "N",
      description = "Days past due that are still in time. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  int graceDays;

  @Option(
      names = "--retrain",
      paramLabel = "WHEN",
      description =
          "When another model is released after the first: never, monthly, quarterly, or days with"
              + " commas between them. Default: ${DEFAULT-VALUE}.",
      defaultValue = "never")
  @SuppressWarnings("NullAway.Init") // has a default
  String retrain;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same, the same models. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the files go; made if it is not there.")
  @SuppressWarnings("NullAway.Init") // required
  Path out;

  private final Console console;

  public BacktestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path file = existing(invoices);
    Mapping meaning = Mapping.read(console.resolve(mapping));
    Sources sources = sources(meaning, file);
    Path directory = console.resolve(out);
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new CommandFailure("%s is a file, not a directory", out);
    }
    BacktestSettings settings = settings();
    try (BacktestProgress progress = new BacktestProgress(console)) {
      BookFold book =
          BookFold.of(
              meaning, sources, settings.policy(), Clock.systemUTC().instant(), progress.reading());
      checkThereIsATest(book, settings);
      BacktestResult result = new Backtest(book, settings, progress).run();
      progress.pause();
      tell(result, BacktestFiles.write(result, directory));
    } catch (TooLittleDataException e) {
      throw new CommandFailure(
          "%s; split later, or give more of the book", String.valueOf(e.getMessage()));
    }
    return 0;
  }

  private static void checkThereIsATest(BookFold book, BacktestSettings settings) {
    LocalDate until = settings.asOf() == null ? book.endsOn() : settings.asOf();
    if (book.invoices().stream().noneMatch(it -> it.issuedOn().isBefore(until))) {
      throw new CommandFailure("no invoice was issued before %s", until);
    }
    if (settings.split() instanceof Split.OnDay on
        && book.invoices().stream()
            .map(ObservedInvoice::issuedOn)
            .noneMatch(it -> !it.isBefore(on.day()) && it.isBefore(until))) {
      throw new CommandFailure("no invoice was issued from %s on and before %s", on.day(), until);
    }
  }

  private BacktestSettings settings() {
    if (split != null && splitDate != null) {
      throw new CommandFailure("--split and --split-date contradict each other: give one");
    }
    double share = split == null ? 0.7 : split;
    if (!(share > 0 && share < 1)) {
      throw new CommandFailure("--split %s is not between 0 and 1", share);
    }
    if (graceDays < 0) {
      throw new CommandFailure("--grace-days %d is negative", graceDays);
    }
    if (asOf != null && splitDate != null && !splitDate.isBefore(asOf)) {
      throw new CommandFailure("--split-date %s is not before --as-of %s", splitDate, asOf);
    }
    return new BacktestSettings(
        asOf,
        splitDate == null ? new Split.AfterShare(share) : new Split.OnDay(splitDate),
        new LabelPolicy(graceDays),
        releases(),
        seed,
        TrainingSettings.DEFAULT);
  }

  private Retrain releases() {
    try {
      return Retrain.parse(retrain);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure("--retrain: %s", String.valueOf(e.getMessage()));
    }
  }

  private Sources sources(Mapping meaning, Path file) {
    Sources sources = Sources.of(meaning, file);
    List<Path> given = customers == null ? List.of() : customers;
    if (given.size() > (months == null ? 2 : 1)) {
      throw new CommandFailure(
          "%d files of customers: there is one, and one by month", given.size());
    }
    if (!given.isEmpty()) {
      sources = sources.with(SectionKind.CUSTOMERS, existing(given.getFirst()));
    }
    if (given.size() == 2) {
      sources = sources.with(SectionKind.CUSTOMER_MONTHS, existing(given.getLast()));
    }
    if (months != null) {
      sources = sources.with(SectionKind.CUSTOMER_MONTHS, existing(months));
    }
    return payments == null ? sources : sources.with(SectionKind.PAYMENTS, existing(payments));
  }

  private Path existing(Path typed) {
    Path file = console.resolve(typed);
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("%s: no such file", typed);
    }
    return file;
  }

  private void tell(BacktestResult result, JsonNode figures) {
    console.print(
        "%,d invoices issued from %s on; %,d of them with a label as of %s",
        result.rows().size(),
        result.firstTestDay(),
        figures.get("labelled_rows").asInt(),
        result.asOf());
    JsonNode model = figures.get("model");
    if (model != null) {
      console.print(
          "AUC %.4f  PR-AUC %.4f  Brier %.4f  ECE %.4f",
          model.get("roc_auc").asDouble(),
          model.get("pr_auc").asDouble(),
          model.get("brier").asDouble(),
          model.get("ece").asDouble());
    }
    for (Map.Entry<String, JsonNode> currency : figures.get("cash").properties()) {
      tell(currency.getKey(), currency.getValue());
    }
    console.print("%s: predictions.csv, cash.csv, metrics.json, report.html", out);
  }

  private void tell(String currency, JsonNode cash) {
    console.print(
        "cash by week in %s: WAPE %.4f; due date %.4f, customer's delay %.4f; 80 %% band covers"
            + " %.3f",
        currency,
        cash.get("wape").asDouble(),
        cash.get("wape_due_date").asDouble(),
        cash.get("wape_customer_delay").asDouble(),
        cash.get("coverage").asDouble());
  }
}
