package io.duecast.service.launch;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import java.io.IOException;
import java.nio.file.Files;
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

  /**
   * The one that is set, else this user's; made if it is not there.
   *
   * @throws StartException if it cannot be made
   */
  public static DataDirectory of(DuecastSettings settings, Map<String, String> environment) {
    String stated = settings.text(Catalogue.DATA_DIR);
    DataDirectory data =
        stated.isEmpty()
            ? ofUser(environment)
            : new DataDirectory(Path.of(stated).toAbsolutePath().normalize());
    try {
      Files.createDirectories(data.flows());
    } catch (IOException e) {
      throw new StartException(
          "data directory %s cannot be made (%s); name another one in %s",
          data.path(), e, Catalogue.DATA_DIR.key());
    }
    if (!Files.isWritable(data.flows())) {
      throw new StartException("data directory %s cannot be written to", data.flows());
    }
    return data;
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

  /** The console's own database. */
  public Path database() {
    return path.resolve("database");
  }

  public Path broker() {
    return path.resolve("broker");
  }
}
