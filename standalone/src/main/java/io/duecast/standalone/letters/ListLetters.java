package io.duecast.standalone.letters;

import io.duecast.check.RejectReason;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import io.duecast.wire.DeadLetter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the dead letters, and counts them by reason. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the refused records with reason and state, and counts them by reason.")
final class ListLetters implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();
  @Mixin LetterFilter filter = new LetterFilter();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Show at most so many; all are counted. Default: 50.")
  int limit = 50;

  private final Console console;

  ListLetters(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      if (connection.origin() == Connection.Origin.OWN) {
        new Processing(connection).await(left -> {});
      }
      Letters letters = Letters.read(connection);
      List<DeadLetter> found = letters.of(filter);
      if (found.isEmpty()) {
        console.print("no dead letters");
        return 0;
      }
      TextTable table = new TextTable(List.of("id", "state", "reason", "detail"));
      Map<RejectReason, Integer> counts = new EnumMap<>(RejectReason.class);
      for (DeadLetter letter : found) {
        if (counts.values().stream().mapToInt(it -> it).sum() < limit) {
          table.row(
              List.of(
                  letter.id(),
                  letters.state(letter).toString(),
                  letter.reason().name(),
                  letter.detail()));
        }
        counts.merge(letter.reason(), 1, Integer::sum);
      }
      table.lines().forEach(line -> console.print("%s", line));
      console.print("");
      TextTable summary = new TextTable(List.of("count", "reason", "meaning"));
      counts.forEach(
          (reason, count) ->
              summary.row(List.of(count.toString(), reason.name(), reason.meaning())));
      summary.lines().forEach(line -> console.print("%s", line));
      return 0;
    }
  }
}
