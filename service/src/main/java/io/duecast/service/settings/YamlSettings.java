package io.duecast.service.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A settings file: nested keys or keys with points, and for each value its line. */
final class YamlSettings {
  private final Path file;
  private final List<SettingMistake> mistakes;
  private final List<Stated> stated = new ArrayList<>();

  private YamlSettings(Path file, List<SettingMistake> mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  static List<Stated> read(Path file, List<SettingMistake> mistakes) {
    YamlSettings settings = new YamlSettings(file, mistakes);
    if (Files.exists(file)) {
      settings.read();
    }
    return settings.stated;
  }

  private void read() {
    try (Reader text = Files.newBufferedReader(file);
        JsonParser yaml = new YAMLFactory().createParser(text)) {
      JsonToken first = yaml.nextToken();
      if (first == JsonToken.START_OBJECT) {
        object("", yaml);
      } else if (first != null && first != JsonToken.VALUE_NULL) {
        mistakes.add(new SettingMistake(place(yaml), "expected 'key: value' lines"));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      mistakes.add(new SettingMistake(file + ":" + line, "no YAML: " + e.getOriginalMessage()));
    } catch (IOException e) {
      mistakes.add(new SettingMistake(file.toString(), "cannot be read: " + e.getMessage()));
    }
  }

  private void object(String path, JsonParser yaml) throws IOException {
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String key = path.isEmpty() ? yaml.currentName() : path + "." + yaml.currentName();
      String place = place(yaml);
      switch (yaml.nextToken()) {
        case START_OBJECT -> object(key, yaml);
        case START_ARRAY -> stated.add(new Stated(key, list(yaml), place));
        case VALUE_NULL -> stated.add(new Stated(key, "", place));
        default -> stated.add(new Stated(key, yaml.getText().strip(), place));
      }
    }
  }

  /** A list as text; its items are texts, or maps with source, name and type. */
  private String list(JsonParser yaml) throws IOException {
    List<String> items = new ArrayList<>();
    for (JsonToken token = yaml.nextToken();
        token != JsonToken.END_ARRAY;
        token = yaml.nextToken()) {
      items.add(token == JsonToken.START_OBJECT ? feature(yaml) : yaml.getText());
    }
    return String.join(",", items);
  }

  private String feature(JsonParser yaml) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String name = yaml.currentName();
      String place = place(yaml);
      yaml.nextToken();
      if (!List.of("source", "name", "type").contains(name)) {
        mistakes.add(
            new SettingMistake(place, name + ": a feature has source, name and type alone"));
      }
      parts.put(name, yaml.getText());
    }
    return "%s.%s:%s"
        .formatted(
            parts.getOrDefault("source", "?"),
            parts.getOrDefault("name", "?"),
            parts.getOrDefault("type", "number"));
  }

  private String place(JsonParser yaml) {
    return file + ":" + yaml.currentTokenLocation().getLineNr();
  }
}
