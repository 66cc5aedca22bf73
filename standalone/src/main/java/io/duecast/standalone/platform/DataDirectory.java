package io.duecast.standalone.platform;

import java.nio.file.Path;
import java.util.Map;

/** Where the embedded stack keeps what it knows, and what the command itself remembers. */
public record DataDirectory(Path path) {
  /** The one of this user: {@code $XDG_DATA_HOME/duecast}, or {@code ~/.local/share/duecast}. */
  public static DataDirectory ofUser(Map<String, String> environment) {
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base =
        shared.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(shared);
    return new DataDirectory(base.resolve("duecast"));
  }

  public Path settings() {
    return path.resolve("duecast.yaml");
  }

  public Path log() {
    return path.resolve("duecast.log");
  }

  public Path imports() {
    return path.resolve("imports");
  }

  /** The stores of the flows. */
  public Path flows() {
    return path.resolve("flows");
  }

  public Path broker() {
    return path.resolve("broker");
  }
}
