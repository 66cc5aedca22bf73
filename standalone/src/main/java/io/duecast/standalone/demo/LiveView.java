package io.duecast.standalone.demo;

import com.google.errorprone.annotations.FormatMethod;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.HighRiskInvoice;
import io.duecast.risk.Reason;
import io.duecast.risk.ReasonText;
import io.duecast.risk.RiskBand;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The demo on the whole terminal. */
final class LiveView implements DemoView {
  private static final int BAR_CELLS = 30;

  private final Board board;
  private final Screen screen;
  private final int columns;
  private final Supplier<String> address;

  /**
   * @param address of the console; empty while there is none
   */
  LiveView(Console console, Board board, Supplier<String> address) {
    this.board = board;
    this.address = address;
    this.screen = new Screen(console);
    this.columns = console.columns();
  }

  @Override
  public void show() {
    List<String> lines = lines(board.seen(), columns);
    String page = address.get();
    if (!page.isEmpty()) {
      lines.set(1, format("in the browser: @|underline %s|@", page));
    }
    screen.draw(lines);
  }

  static List<String> lines(Board.Seen seen, int columns) {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "@|bold Duecast demo|@   %s   Ctrl-C ends it",
            seen.day() == null ? "the first day is coming" : seen.day()));
    lines.add("");
    lines.add(
        format(
            "issued @|bold %,d|@   scored @|bold %,d|@   dead letters %,d   %,.0f events/s",
            seen.issued(),
            seen.scored(),
            seen.letters(),
            seen.events() / Math.max(1, seen.seconds())));
    lines.add(format("issue to score: p50 %d ms, p99 %d ms", seen.p50Ms(), seen.p99Ms()));
    lines.add("");
    lines.add("band         invoices    share                                paid   of these late");
    for (RiskBand band : RiskBand.values()) {
      if (band != RiskBand.UNKNOWN) {
        lines.add(band(band, seen.bands().getOrDefault(band, BandTally.NONE), seen.scored()));
      }
    }
    lines.add("");
    addLearning(seen.learning(), lines, columns);
    lines.add("@|bold Newest high risks|@");
    seen.highRisks().forEach(invoice -> addRisk(invoice, lines, columns));
    return lines;
  }

  private static String band(RiskBand band, BandTally tally, long scored) {
    double share = scored == 0 ? 0 : (double) tally.scored() / scored;
    int cells = (int) Math.round(share * BAR_CELLS);
    String late =
        tally.paid() == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", tally.lateShare() * 100);
    return format(
        "@|%s %-10s|@  %,9d    %-30s  %,9d   %13s",
        colour(band),
        band,
        tally.scored(),
        "#".repeat(cells) + ".".repeat(BAR_CELLS - cells),
        tally.paid(),
        late);
  }

  private static void addLearning(Board.Learning learning, List<String> lines, int columns) {
    lines.add(
        format(
            "scored by @|bold %s|@   models: %d released, %d refused",
            scorer(learning.scoredBy()), learning.released(), learning.refused()));
    ModelReleased last = learning.last();
    if (last != null) {
      lines.add(fitting("    " + decision(last), columns));
    }
    lines.add("");
  }

  /** What was decided about a model, and why. */
  static String decision(ModelReleased it) {
    String what =
        it.slot() == ModelSlot.SHADOW
            ? "scores silently for now"
            : it.decision().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s, of the labels up to %s, %s: %s"
        .formatted(scorer(it.modelId()), it.knownOn(), what, String.join("; ", it.reasons()));
  }

  /** Who scores, as a person would call it. */
  static String scorer(String modelId) {
    if (modelId.isEmpty()) {
      return "nobody yet";
    }
    return modelId.equals(BaselineScorer.MODEL_ID)
        ? "the rule without a model"
        : "model " + modelId.substring(0, Math.min(12, modelId.length()));
  }

  private static void addRisk(HighRiskInvoice invoice, List<String> lines, int columns) {
    String what =
        format(
            "%s  %s  due %s  %.0f %% late  %s",
            invoice.invoice(),
            invoice.customer(),
            invoice.dueOn(),
            invoice.probabilityLate() * 100,
            invoice.openAmount() == null ? "" : invoice.openAmount());
    lines.add(format("@|%s %s|@", colour(invoice.band()), fitting(what, columns)));
    for (Reason reason : invoice.reasons().stream().limit(2).toList()) {
      lines.add(fitting("    " + ReasonText.of(reason), columns));
    }
  }

  private static String fitting(String line, int columns) {
    String plain = line.replace('|', '/').replace('@', ' ');
    return plain.length() >= columns ? plain.substring(0, columns - 1) : plain;
  }

  private static String colour(RiskBand band) {
    return switch (band) {
      case VERY_HIGH -> "bold,red";
      case HIGH -> "red";
      case MEDIUM -> "yellow";
      case LOW -> "green";
      case UNKNOWN -> "white";
    };
  }

  @FormatMethod
  private static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }

  @Override
  public void close() {
    screen.close();
  }
}
