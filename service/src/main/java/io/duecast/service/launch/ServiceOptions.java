package io.duecast.service.launch;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.Setting;
import io.duecast.service.settings.SettingsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a service; what they mean is the same for all services. */
public final class ServiceOptions {
  /** The variable that names the settings file. */
  public static final String VARIABLE = "DUECAST_CONFIG";

  private static final Path USUAL = Path.of("duecast.yaml");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The settings file. Default: that of $"
              + VARIABLE
              + ", else ./duecast.yaml if it is"
              + " there.")
  @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting; may be repeated, and comes last.")
  List<String> assignments = new ArrayList<>();

  /**
   * What is set: default, the file, the environment, the command line, each over the one before.
   *
   * @throws StartException if a file that was named is not there, or no cluster is named
   * @throws io.duecast.service.settings.SettingsException with every mistake
   */
  public DuecastSettings read(Map<String, String> environment) {
    SettingsReader reader = new SettingsReader().file(file(environment)).environment(environment);
    assignments.forEach(assignment -> reader.assignment(assignment, "--set"));
    DuecastSettings settings = reader.read();
    requireNamed(settings, Catalogue.BOOTSTRAP, "the brokers, e.g. kafka:9092");
    requireNamed(settings, Catalogue.REGISTRY, "the schema registry, e.g. http://registry:8081");
    return settings;
  }

  private Path file(Map<String, String> environment) {
    String variable = environment.getOrDefault(VARIABLE, "");
    if (config != null) {
      return there(config, "--config");
    }
    return variable.isBlank() ? USUAL : there(Path.of(variable), VARIABLE);
  }

  private static Path there(Path file, String origin) {
    if (!Files.isRegularFile(file)) {
      throw new StartException("%s %s: no such file", origin, file.toAbsolutePath());
    }
    return file;
  }

  private static void requireNamed(DuecastSettings settings, Setting setting, String what) {
    if (settings.text(setting).isEmpty()) {
      throw new StartException(
          "%s is not set; name %s there, or in %s", setting.key(), what, setting.variable());
    }
  }
}
