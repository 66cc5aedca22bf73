package io.duecast.book.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads values of the expected shape out of a YAML tree; notes a mistake where it is another. */
final class YamlReader {
  private final Mistakes mistakes;

  YamlReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Mistakes mistakes() {
    return mistakes;
  }

  /** Notes a mistake in the value of a key. */
  void mistake(YamlNode.Keys parent, String key, String what, String advice) {
    YamlNode value = parent.nodes().get(key);
    mistakes.add(parent.pathOf(key), value == null ? parent.line() : value.line(), what, advice);
  }

  /** Notes every key that is not known. */
  void onlyKnown(YamlNode.Keys keys, Collection<String> known) {
    keys.nodes()
        .forEach(
            (key, node) -> {
              if (!known.contains(key)) {
                mistakes.add(node, "unknown key '" + key + "'", Nearest.advice(key, known));
              }
            });
  }

  YamlNode.@Nullable Keys keys(YamlNode.Keys parent, String key) {
    YamlNode node = parent.nodes().get(key);
    if (node == null || node instanceof YamlNode.Keys) {
      return (YamlNode.Keys) node;
    }
    mistakes.add(node, "keys are expected here", "write 'key: value' lines below it, indented");
    return null;
  }

  @Nullable String text(YamlNode.Keys parent, String key) {
    YamlNode node = parent.nodes().get(key);
    if (node == null || node instanceof YamlNode.Scalar) {
      return node == null ? null : ((YamlNode.Scalar) node).text();
    }
    mistakes.add(node, "one value is expected here", "write '" + key + ": value'");
    return null;
  }

  boolean flag(YamlNode.Keys parent, String key, boolean otherwise) {
    String text = text(parent, key);
    if (text == null || text.equals("true") || text.equals("false")) {
      return text == null ? otherwise : text.equals("true");
    }
    mistake(parent, key, "'" + text + "' is neither true nor false", "write one of them");
    return otherwise;
  }

  /** One value or a list of them; null if the key is not there. */
  @Nullable List<String> texts(YamlNode.Keys parent, String key) {
    YamlNode node = parent.nodes().get(key);
    return node == null ? null : texts(node);
  }

  List<String> texts(YamlNode node) {
    List<String> texts = new ArrayList<>();
    switch (node) {
      case YamlNode.Scalar scalar -> texts.add(scalar.text());
      case YamlNode.Items items -> items.nodes().forEach(item -> texts.addAll(texts(item)));
      case YamlNode.Keys keys ->
          mistakes.add(keys, "one value or a list is expected here", "write '[a, b]'");
    }
    return texts;
  }
}
