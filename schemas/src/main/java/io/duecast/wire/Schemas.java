package io.duecast.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas of the project: those of today, and every one that was ever released. */
public final class Schemas {
  private static final String NAMESPACE = "io.duecast.";
  private static final Map<String, Schema> TODAY = parse();

  private Schemas() {}

  /**
   * The schema of today for a record or a sealed type, by its simple name.
   *
   * @throws IllegalArgumentException if there is no file for it
   */
  public static Schema of(Class<?> type) {
    Schema schema = TODAY.get(NAMESPACE + type.getSimpleName());
    if (schema == null) {
      throw new IllegalArgumentException(
          type.getSimpleName() + ".avsc is not among the files in avro/index.txt");
    }
    return schema;
  }

  /** All schemas of today, each after those that it refers to. */
  public static List<Schema> all() {
    return List.copyOf(TODAY.values());
  }

  /** Every released version of the schema of a type, the oldest first. */
  public static List<Schema> released(Class<?> type) {
    return released(type.getSimpleName());
  }

  static List<Schema> released(String name) {
    List<Schema> versions = new ArrayList<>();
    for (int version = 1; ; version++) {
      String path = "/avro-history/" + name + "/v" + version + ".avsc";
      Optional<String> text = read(path);
      if (text.isEmpty()) {
        return List.copyOf(versions);
      }
      versions.add(new Schema.Parser().parse(text.get()));
    }
  }

  private static Map<String, Schema> parse() {
    Schema.Parser parser = new Schema.Parser();
    Map<String, Schema> schemas = new LinkedHashMap<>();
    for (String line : required("/avro/index.txt").lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        Schema schema = parser.parse(required("/avro/" + line + ".avsc"));
        schemas.put(schema.getFullName(), schema);
      }
    }
    return schemas;
  }

  private static String required(String path) {
    return read(path).orElseThrow(() -> new IllegalStateException("no " + path + " in the jar"));
  }

  private static Optional<String> read(String path) {
    try (InputStream in = Schemas.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
