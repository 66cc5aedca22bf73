package io.duecast.book.mapping;

import java.util.List;
import java.util.Map;

/** A part of a YAML file that knows where it stands. */
sealed interface YamlNode {
  /** Keys from the root, joined by dots. */
  String path();

  /** From 1; a value counts from the line of its key. */
  int line();

  YamlNode atLine(int line);

  /** One value, as it was written; empty for null. */
  record Scalar(String path, int line, String text) implements YamlNode {
    @Override
    public Scalar atLine(int other) {
      return new Scalar(path, other, text);
    }
  }

  /** A list. */
  record Items(String path, int line, List<YamlNode> nodes) implements YamlNode {
    @Override
    public Items atLine(int other) {
      return new Items(path, other, nodes);
    }
  }

  /** Keys and values, in the file's order. */
  record Keys(String path, int line, Map<String, YamlNode> nodes) implements YamlNode {
    String pathOf(String key) {
      return path.isEmpty() ? key : path + "." + key;
    }

    @Override
    public Keys atLine(int other) {
      return new Keys(path, other, nodes);
    }
  }
}
