package io.duecast.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The data directory's settings, changed line by line: what stands there otherwise, comments too,
 * stays as it is. Only keys written with points on one line are changed in place.
 */
public record SettingsFile(Path path) {
  private static final String HEADER =
      "# Settings of this data directory; 'duecast config' lists all keys and what they mean.";

  /** Sets each key to its value. */
  public void merge(Map<String, String> values) {
    try {
      List<String> lines = Files.exists(path) ? Files.readAllLines(path) : List.of(HEADER);
      List<String> merged = new ArrayList<>();
      for (String line : lines) {
        if (values.keySet().stream().noneMatch(key -> line.startsWith(key + ":"))) {
          merged.add(line);
        }
      }
      values.forEach((key, value) -> merged.add(key + ": '" + value.replace("'", "''") + "'"));
      Path unfinished = path.resolveSibling(path.getFileName() + ".part");
      Files.write(unfinished, merged);
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
