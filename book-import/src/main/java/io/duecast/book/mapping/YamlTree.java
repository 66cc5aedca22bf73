package io.duecast.book.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads YAML as a tree in which each node knows its line. Values stay the text they are. */
final class YamlTree {
  private final YAMLParser parser;
  private final Mistakes mistakes;

  private YamlTree(YAMLParser parser, Mistakes mistakes) {
    this.parser = parser;
    this.mistakes = mistakes;
  }

  /** The root; an empty map, and a mistake, if the text is no YAML map. */
  static YamlNode.Keys parse(String text, Mistakes mistakes) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      parser.nextToken();
      YamlNode root =
          parser.currentToken() == null
              ? new YamlNode.Scalar("", 1, "")
              : new YamlTree(parser, mistakes).node("");
      if (root instanceof YamlNode.Keys keys) {
        return keys;
      }
      mistakes.add("mapping", 1, "it has no keys", "begin with 'version: 1'");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      mistakes.add("mapping", line, "no YAML: " + e.getOriginalMessage(), "correct the line");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new YamlNode.Keys("", 1, Map.of());
  }

  private YamlNode node(String path) throws IOException {
    int line = line();
    if (parser.isCurrentAlias()) {
      mistakes.add(path, line, "YAML aliases are not read", "write the value out");
      return new YamlNode.Scalar(path, line, "");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> keys(path, line);
      case START_ARRAY -> items(path, line);
      case VALUE_NULL -> new YamlNode.Scalar(path, line, "");
      default -> new YamlNode.Scalar(path, line, parser.getText());
    };
  }

  private YamlNode.Keys keys(String path, int line) throws IOException {
    Map<String, YamlNode> nodes = new LinkedHashMap<>();
    var keys = new YamlNode.Keys(path, line, nodes);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      YamlNode value = node(keys.pathOf(key)).atLine(keyLine);
      if (nodes.put(key, value) != null) {
        mistakes.add(value, "the key stands here a second time", "keep one of the two");
      }
    }
    return keys;
  }

  private YamlNode.Items items(String path, int line) throws IOException {
    List<YamlNode> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node(path + "[" + nodes.size() + "]"));
    }
    return new YamlNode.Items(path, line, nodes);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
