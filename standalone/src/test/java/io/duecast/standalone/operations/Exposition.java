package io.duecast.standalone.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /metrics} served, in Prometheus' text format.
 *
 * @param help by the name of the metric
 * @param type likewise
 * @param series each as it stands there, without its value
 */
record Exposition(Map<String, String> help, Map<String, String> type, List<String> series) {
  private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (\\S+) (.*)");
  private static final Pattern SAMPLE = Pattern.compile("([a-z_0-9]+(?:\\{.*})?) \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

  static Exposition of(String text) {
    Map<String, String> help = new TreeMap<>();
    Map<String, String> type = new TreeMap<>();
    List<String> series = new ArrayList<>();
    text.lines()
        .forEach(
            line -> {
              Matcher comment = COMMENT.matcher(line);
              Matcher sample = SAMPLE.matcher(line);
              if (comment.matches()) {
                (comment.group(1).equals("HELP") ? help : type)
                    .put(comment.group(2), comment.group(3));
              } else if (sample.matches()) {
                series.add(sample.group(1));
              }
            });
    return new Exposition(help, type, series);
  }

  /** Whether a sample has this name. */
  boolean has(String name) {
    return series.stream().anyMatch(it -> it.equals(name) || it.startsWith(name + "{"));
  }

  /** Whether a sample of this name has this label. */
  boolean has(String name, String label) {
    return series.stream().anyMatch(it -> it.startsWith(name + "{") && it.contains(label));
  }

  /** A table of our own metrics. */
  String table() {
    StringBuilder table =
        new StringBuilder("\n| metric | type | labels | what |\n|---|---|---|---|\n");
    type.forEach(
        (name, kind) -> {
          if (name.startsWith("duecast_")) {
            table.append(
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        name, kind, String.join(", ", labels(name)), help.getOrDefault(name, "")));
          }
        });
    return table.toString();
  }

  private List<String> labels(String name) {
    TreeSet<String> labels = new TreeSet<>();
    for (String one : series) {
      if (one.startsWith(name + "{") || one.startsWith(name + "_bucket{")) {
        LABEL.matcher(one).results().forEach(it -> labels.add(it.group(1)));
      }
    }
    labels.remove("le");
    return List.copyOf(labels);
  }
}
