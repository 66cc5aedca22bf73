package io.duecast.standalone.platform;

import io.duecast.service.launch.DataDirectory;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.SettingsReader;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which cluster is meant, and what is set; the same for all commands. */
public final class PlatformOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Where the embedded broker, registry and flows keep what they know. Default:"
              + " $$XDG_DATA_HOME/duecast, else ~/.local/share/duecast.")
  @Nullable Path dataDir;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "The brokers of a real cluster, instead of the embedded one.")
  @Nullable String bootstrap;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry of a real cluster.")
  @Nullable String registry;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings to read instead of ./duecast.yaml; those of the data directory come before.")
  @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting; may be repeated. 'duecast config' lists all keys.")
  List<String> assignments = new ArrayList<>();

  @Option(names = "--debug", description = "Show the whole trace of an error.")
  boolean debug;

  private final Map<String, Flag> flags = new TreeMap<>();

  private record Flag(String name, String text) {}

  public boolean isDebug() {
    return debug;
  }

  /** Takes the value of a command's own flag; it comes last. */
  public void flag(String key, String name, @Nullable Object value) {
    if (value != null) {
      flags.put(key, new Flag(name, value.toString()));
    }
  }

  /** For a command that brings a directory of its own where none is named. */
  public void dataDirUnlessNamed(Path directory) {
    if (dataDir == null) {
      dataDir = directory;
    }
  }

  /** Whether a directory is named on the command line. */
  public boolean isDataDirNamed() {
    return dataDir != null;
  }

  /**
   * What is set, and where the data are: default, the data directory's file, the file here, the
   * environment, the command line, each over the one before.
   *
   * @throws io.duecast.service.settings.SettingsException with every mistake
   */
  public Setup read(Console console) {
    DataDirectory data = dataDirectory(console);
    System.setProperty("duecast.log", data.log().toString());
    SettingsReader reader = new SettingsReader().file(data.settings());
    if (config != null && !Files.isRegularFile(console.resolve(config))) {
      throw new CommandFailure("--config %s: no such file", config);
    }
    reader.file(console.resolve(config == null ? Path.of("duecast.yaml") : config));
    reader.environment(console.environment());
    assignments.forEach(assignment -> reader.assignment(assignment, "--set"));
    state(reader, Catalogue.BOOTSTRAP.key(), "--bootstrap", bootstrap);
    state(reader, Catalogue.REGISTRY.key(), "--registry", registry);
    flags.forEach((key, flag) -> state(reader, key, flag.name(), flag.text()));
    if (dataDir != null) {
      state(reader, Catalogue.DATA_DIR.key(), "--data-dir", data.path().toString());
    }
    return new Setup(reader.read(), data, console);
  }

  private static void state(
      SettingsReader reader, String key, String origin, @Nullable String value) {
    if (value != null) {
      reader.value(key, value, origin);
    }
  }

  private DataDirectory dataDirectory(Console console) {
    DataDirectory data = named(console);
    try {
      Files.createDirectories(data.path());
    } catch (IOException e) {
      throw new CommandFailure(
          "data directory %s cannot be made (%s); name another one with --data-dir",
          data.path(), e);
    }
    return data;
  }

  private DataDirectory named(Console console) {
    if (dataDir != null) {
      return new DataDirectory(console.resolve(dataDir).normalize());
    }
    SettingsReader first =
        new SettingsReader()
            .file(console.resolve(config == null ? Path.of("duecast.yaml") : config))
            .environment(console.environment());
    assignments.forEach(assignment -> first.assignment(assignment, "--set"));
    String stated = first.read().text(Catalogue.DATA_DIR);
    return stated.isEmpty()
        ? DataDirectory.ofUser(console.environment())
        : new DataDirectory(console.resolve(Path.of(stated)).normalize());
  }

  /** What a command works with. */
  public record Setup(DuecastSettings settings, DataDirectory data, Console console) {}
}
