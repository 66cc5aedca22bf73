package io.duecast.standalone.read;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a topic, decoded. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a topic from its beginning to where it ends now, decoded; with --follow, what comes.",
      "CSV and table: nested parts as part.name, each feature as a column feature.NAME, lists as"
          + " JSON. JSON: one object on each line. Numbers are exact to the bit.",
      "If the flows do not run anywhere, they first process what is waiting."
    },
    footer = {
      "",
      "Examples:",
      "  duecast read invoice-risk --format csv --sort source_row --out risk.csv",
      "  duecast read invoice-risk --columns invoice,band,probability_late --limit 20",
      "  duecast read high-risk-invoices --format json --follow"
    })
public final class ReadCommand implements Callable<Integer> {
  /** How rows are written. */
  enum Format {
    TABLE,
    JSON,
    CSV
  }

  /** One record: its cells by column, and itself as nested values. */
  record Row(Map<String, String> cells, Map<String, @Nullable Object> plain) {}

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(
      paramLabel = "TOPIC",
      description = "One of those that 'duecast topics' lists, with or without the prefix.")
  String topic = "";

  @Option(
      names = "--format",
      paramLabel = "table|json|csv",
      description = "How the records are written. Default: table.")
  Format format = Format.TABLE;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there; the file is complete, or not there.")
  @Nullable Path out;

  @Option(names = "--follow", description = "Go on with what comes, until Ctrl-C.")
  boolean follows;

  @Option(
      names = "--from-beginning",
      description = "With --follow: first all that is there. Without --follow it is always so.")
  boolean fromBeginning;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many records.")
  long limit = Long.MAX_VALUE;

  @Option(names = "--key", paramLabel = "KEY", description = "Only records of this key.")
  @Nullable String key;

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "Only these columns, in this order; csv and table.")
  List<String> columns = List.of();

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      description = "By this column, numbers as numbers; not with --follow.")
  @Nullable String sort;

  @Option(
      names = "--days",
      description = "Also the days that stand among the records of receivables and the like.")
  boolean hasDays;

  @Option(
      names = "--positions",
      description = "Also each record's partition, offset and timestamp.")
  boolean hasPositions;

  private final Console console;

  public ReadCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (follows && sort != null) {
      throw new CommandFailure("--sort needs an end, and --follow has none; drop one of them");
    }
    PlatformOptions.Setup setup = platform.read(console);
    Topic<?> wanted = find(setup.settings().topics());
    try (Connection connection = Connection.open(setup)) {
      if (connection.origin() == Connection.Origin.OWN) {
        new Processing(connection).await(left -> {});
      }
      if (out == null) {
        new Reading<>(connection, wanted, this).to(console.out());
        return 0;
      }
      Path target = console.resolve(out);
      Path unfinished = target.resolveSibling(target.getFileName() + ".part");
      long rows;
      try (Writer file = Files.newBufferedWriter(unfinished)) {
        rows = new Reading<>(connection, wanted, this).to(file);
      }
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      console.say("%,d records in %s", rows, target);
      return 0;
    }
  }

  private Topic<?> find(NamedTopics topics) {
    return Topics.all().stream()
        .filter(it -> it.name().equals(topic) || topics.name(it).equals(topic))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    "no topic '%s'; there are: %s",
                    topic,
                    Topics.all().stream().map(Topic::name).collect(Collectors.joining(", "))));
  }
}
