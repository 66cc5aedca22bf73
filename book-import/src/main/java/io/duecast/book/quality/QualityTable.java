package io.duecast.book.quality;

import java.util.Locale;
import java.util.stream.Collectors;

/** A quality report as lines of text. */
final class QualityTable {
  private static final int SHOWN_CHARACTERS = 40;

  private QualityTable() {}

  static String of(QualityReport report) {
    StringBuilder text = new StringBuilder();
    for (QualityReport.OfFile file : report.files()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s (%s): %,d rows = %,d kept + %,d rejected%n",
              file.section().key(),
              file.file(),
              file.rows(),
              file.kept(),
              file.rejected()));
      for (QualityReport.OfRule rule : file.rules()) {
        text.append(line(rule));
      }
    }
    return text.toString();
  }

  private static String line(QualityReport.OfRule rule) {
    String examples =
        rule.examples().stream()
            .map(example -> "row " + example.row() + value(example))
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "  %-8s %-22s %,9d  %s%n           e.g. %s%n",
        rule.severity().name().toLowerCase(Locale.ROOT),
        rule.rule(),
        rule.count(),
        rule.rule().meaning(),
        examples);
  }

  private static String value(QualityReport.Example example) {
    if (example.column().isEmpty()) {
      return "";
    }
    String value = example.value().replaceAll("\\s+", " ");
    String shown =
        value.length() > SHOWN_CHARACTERS ? value.substring(0, SHOWN_CHARACTERS) + "…" : value;
    return " " + example.column() + "='" + shown + "'";
  }
}
