package io.duecast.standalone.demo;

import io.duecast.release.ModelReleased;
import io.duecast.risk.RiskBand;
import io.duecast.standalone.terminal.Console;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line every few seconds, for logs. */
final class PlainView implements DemoView {
  private static final long NANOS_BETWEEN_LINES = 2_000_000_000L;

  private final Console console;
  private final Board board;
  private long nextNanos = System.nanoTime();
  private String told = "";

  PlainView(Console console, Board board) {
    this.console = console;
    this.board = board;
  }

  @Override
  public void show() {
    if (System.nanoTime() < nextNanos) {
      return;
    }
    nextNanos += NANOS_BETWEEN_LINES;
    Board.Seen seen = board.seen();
    console.print(
        "%s  issued %d, scored %d by %s, p50 %d ms, p99 %d ms; late of paid:%s",
        String.valueOf(seen.day()),
        seen.issued(),
        seen.scored(),
        LiveView.scorer(seen.learning().scoredBy()),
        seen.p50Ms(),
        seen.p99Ms(),
        bands(seen));
    tell(seen.learning().last());
  }

  private void tell(@Nullable ModelReleased decision) {
    if (decision != null && !decision.releaseId().equals(told)) {
      told = decision.releaseId();
      console.print("    %s", LiveView.decision(decision));
    }
  }

  private static String bands(Board.Seen seen) {
    return Arrays.stream(RiskBand.values())
        .filter(band -> band != RiskBand.UNKNOWN)
        .map(band -> " " + band + " " + share(seen.bands().getOrDefault(band, BandTally.NONE)))
        .collect(Collectors.joining(","));
  }

  private static String share(BandTally tally) {
    return tally.paid() == 0
        ? "-"
        : String.format(Locale.ROOT, "%.0f%% of %d", tally.lateShare() * 100, tally.paid());
  }

  @Override
  public void close() {}
}
