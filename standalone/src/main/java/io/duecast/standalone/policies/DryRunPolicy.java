package io.duecast.standalone.policies;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.DunningPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a policy over the accounts that there are. */
@Command(
    name = "dry-run",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a policy would have sent, by month and step, had it been in force from the"
          + " beginning. Nothing is sent, and nothing is written.",
      "Payments are as they were: what a reminder would have brought about is not known."
    })
final class DryRunPolicy implements Callable<Integer> {
  private record Bill(String customer, String invoice) {}

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A policy in YAML. Default: the one in force.")
  @Nullable Path file;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Only what was known by the end of a day. Default: all.")
  @Nullable LocalDate asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json: one object on each line, or csv. Default: table.")
  Sheet.Format format = Sheet.Format.TABLE;

  private final Console console;

  DryRunPolicy(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    DunningPolicy given = file == null ? null : PolicyFile.read(console.resolve(file));
    try (Connection connection = Connection.open(platform.read(console))) {
      DunningPolicy policy =
          given == null
              ? new KnownPolicies(connection)
                  .inForce(AsOf.moment(null, connection.setup().settings().zone()))
              : given;
      DryRun run = new DryRun(policy, connection.setup().settings().zone());
      replay(connection, run, bands(connection));
      Sheet sheet = run.sheet();
      if (sheet.isEmpty()) {
        console.say("it would have sent nothing");
      }
      if (!sheet.isEmpty() || format == Sheet.Format.CSV) {
        sheet.print(format, console);
      }
      return 0;
    }
  }

  private static Map<Bill, RiskBand> bands(Connection connection) {
    Map<Bill, RiskBand> bands = new HashMap<>();
    try (TopicRecords<RiskAssessed> risks =
        new TopicRecords<>(connection, Topics.INVOICE_RISK).fromBeginning(true)) {
      risks.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<RiskAssessed> it
                && it.value().role() != ScorerRole.SHADOW
                && it.value().trigger() == AssessmentTrigger.ISSUED) {
              RiskAssessed risk = it.value();
              bands.put(new Bill(risk.customer().value(), risk.invoice().value()), risk.band());
            }
            return true;
          });
    }
    return bands;
  }

  private void replay(Connection connection, DryRun run, Map<Bill, RiskBand> bands) {
    Set<Integer> over = new HashSet<>();
    try (TopicRecords<Record> accounts =
        new TopicRecords<>(connection, Topics.RECEIVABLES).fromBeginning(true)) {
      accounts.toEnd(
          read -> {
            int partition = read.raw().partition();
            if (read.decoded() instanceof Decoded.Value<Record> it && !over.contains(partition)) {
              if (isAfter(it.value())) {
                over.add(partition);
              } else {
                Instant at = Instant.ofEpochMilli(read.raw().timestamp());
                run.hear(partition, it.value(), band(it.value(), bands), at);
              }
            }
            return true;
          });
    }
  }

  private boolean isAfter(Record line) {
    return asOf != null && line instanceof DayOpened day && day.date().isAfter(asOf);
  }

  private static RiskBand band(Record line, Map<Bill, RiskBand> bands) {
    return line instanceof ReceivableChanged it
        ? bands.getOrDefault(
            new Bill(it.customer().value(), it.invoice().value()), RiskBand.UNKNOWN)
        : RiskBand.UNKNOWN;
  }
}
