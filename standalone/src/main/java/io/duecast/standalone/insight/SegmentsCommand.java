package io.duecast.standalone.insight;

import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.RiskSegment;
import io.duecast.standalone.insight.Output.Format;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows in which risk segment each customer is. */
@Command(
    name = "segments",
    mixinStandardHelpOptions = true,
    description = {
      "Shows in which risk segment each customer is at the end of a day, why, and what is suggested"
          + " for it; nothing is enforced. Those to be called first are shown first.",
      "A risk segment is not the segment that the company itself declares of a customer."
    },
    footer = {
      "",
      "Examples:",
      "  duecast segments",
      "  duecast segments --as-of 2026-03-31 --segment slipping",
      "  duecast segments --show outliers --format csv",
      "  duecast segments --show trends"
    })
public final class SegmentsCommand implements Callable<Integer> {
  /** What is shown. */
  enum Show {
    CUSTOMERS,
    OUTLIERS,
    TRENDS
  }

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The end of this day. Default: the latest that is known.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--segment",
      paramLabel = "NAME",
      description = "Only this one: new, reliable, watched, slipping, late or critical.")
  @Nullable RiskSegment segment;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description =
          "customers; outliers: who departed from its own past or its peers; or trends: the latest"
              + " week of each segment, and each change until then. Default: customers.")
  Show show = Show.CUSTOMERS;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json (one object on each line), or csv. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  public SegmentsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      Segments segments = Segments.of(connection, asOf);
      switch (show) {
        case CUSTOMERS ->
            print(
                segments.customers().stream().filter(this::takes).toList(),
                SegmentRows::customers,
                SegmentRows::of);
        case OUTLIERS ->
            print(
                segments.outliers().stream().filter(it -> takes(it.segment())).toList(),
                SegmentRows::outliers,
                SegmentRows::of);
        case TRENDS ->
            print(
                segments.trends().stream().filter(it -> takes(it.segment())).toList(),
                SegmentRows::trends,
                SegmentRows::of);
      }
      return 0;
    }
  }

  private <T> void print(
      List<T> all,
      Function<List<T>, TextTable> table,
      Function<T, Map<String, @Nullable Object>> row) {
    if (format == Format.TABLE) {
      table.apply(all).lines().forEach(line -> console.print("%s", line));
    } else {
      Output.print(console, format, all.stream().map(row).toList());
    }
  }

  private boolean takes(CustomerSegmented customer) {
    return takes(customer.segment());
  }

  private boolean takes(RiskSegment its) {
    return segment == null || segment == its;
  }
}
