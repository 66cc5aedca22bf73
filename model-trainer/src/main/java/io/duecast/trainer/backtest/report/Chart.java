package io.duecast.trainer.backtest.report;

import java.util.List;
import java.util.Locale;

/**
 * A line chart over 0..1 on both axes, drawn as SVG, with its meaning in words for those who do not
 * see it.
 */
final class Chart {
  private static final int SIDE = 320;
  private static final int LEFT = 48;
  private static final int TOP = 12;
  private static final List<String> COLOURS = List.of("#0b5394", "#b45f06", "#38761d");
  private static final List<String> DASHES = List.of("", "6 3", "2 3");

  /** A point. */
  record Point(double x, double y) {}

  /** A line with a name. */
  record Line(String name, List<Point> points, boolean dotted) {
    Line {
      points = List.copyOf(points);
    }
  }

  private Chart() {}

  /**
   * Draws.
   *
   * @param words what is to be seen in it
   */
  static String of(String title, String words, String x, String y, List<Line> lines) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(LEFT + SIDE + 16, TOP + SIDE + 56, Html.escaped(title + ". " + words)));
    for (int tick = 0; tick <= 5; tick++) {
      double at = tick / 5.0;
      line(svg, "grid", px(at), py(0), px(at), py(1));
      line(svg, "grid", px(0), py(at), px(1), py(at));
      label(svg, px(at), py(0) + 16, "middle", number(at));
      label(svg, px(0) - 6, py(at) + 4, "end", number(at));
    }
    label(svg, px(0.5), py(0) + 34, "middle", Html.escaped(x));
    svg.append(
        "<text transform=\"translate(12 %s) rotate(-90)\" text-anchor=\"middle\">%s</text>\n"
            .formatted(number(py(0.5)), Html.escaped(y)));
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), i % COLOURS.size());
    }
    svg.append("</svg>\n<figcaption><strong>").append(Html.escaped(title)).append("</strong> ");
    svg.append(Html.escaped(words));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(
          " <span style=\"color:%s\">%s %s</span>"
              .formatted(
                  COLOURS.get(i % COLOURS.size()),
                  i % COLOURS.size() == 0 ? "━" : "╍",
                  Html.escaped(lines.get(i).name())));
    }
    return svg.append("</figcaption></figure>\n").toString();
  }

  private static void draw(StringBuilder svg, Line line, int style) {
    svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
        .append(COLOURS.get(style))
        .append("\" stroke-dasharray=\"")
        .append(DASHES.get(style))
        .append("\" points=\"");
    for (Point point : line.points()) {
      svg.append(number(px(point.x()))).append(',').append(number(py(point.y()))).append(' ');
    }
    svg.append("\"/>\n");
    if (line.dotted()) {
      for (Point point : line.points()) {
        svg.append(
            "<circle r=\"4\" fill=\"%s\" cx=\"%s\" cy=\"%s\"/>\n"
                .formatted(COLOURS.get(style), number(px(point.x())), number(py(point.y()))));
      }
    }
  }

  private static void line(
      StringBuilder svg, String style, double fromX, double fromY, double toX, double toY) {
    svg.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(style, number(fromX), number(fromY), number(toX), number(toY)));
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String words) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(number(x), number(y), anchor, words));
  }

  private static double px(double x) {
    return LEFT + SIDE * Math.clamp(x, 0, 1);
  }

  private static double py(double y) {
    return TOP + SIDE * (1 - Math.clamp(y, 0, 1));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
