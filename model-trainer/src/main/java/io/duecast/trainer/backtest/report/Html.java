package io.duecast.trainer.backtest.report;

import java.util.List;
import java.util.Locale;

/** A page, written from top to bottom; every text is escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  Html heading(String title) {
    return raw("<h2>" + escaped(title) + "</h2>\n");
  }

  Html paragraph(String words) {
    return raw("<p>" + escaped(words) + "</p>\n");
  }

  Html raw(String html) {
    text.append(html);
    return this;
  }

  /**
   * A table; its first column names the rows.
   *
   * @param caption what it shows
   */
  Html table(String caption, List<String> columns, List<List<String>> rows) {
    raw("<div class=\"scroll\"><table><caption>" + escaped(caption) + "</caption>\n<thead><tr>");
    columns.forEach(it -> raw("<th scope=\"col\">" + escaped(it) + "</th>"));
    raw("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      raw("<tr>");
      for (int i = 0; i < row.size(); i++) {
        String tag = i == 0 ? "th scope=\"row\"" : "td";
        raw("<" + tag + ">" + escaped(row.get(i)) + (i == 0 ? "</th>" : "</td>"));
      }
      raw("</tr>\n");
    }
    return raw("</tbody></table></div>\n");
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Four decimals, as figures of quality are told. */
  static String figure(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,.4g", value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
