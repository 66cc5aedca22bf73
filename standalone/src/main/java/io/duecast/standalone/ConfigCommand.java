package io.duecast.standalone;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.Setting;
import io.duecast.service.settings.Stated;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is set, and who set it. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Prints every setting: its value, where that comes from, and what it means; no secrets.",
      "Rising order: built in, DATA-DIR/duecast.yaml, ./duecast.yaml (or --config), DUECAST_… in"
          + " the environment, the command line. cluster.* goes to Kafka's clients, registry.* to"
          + " the registry's."
    })
final class ConfigCommand implements Callable<Integer> {
  /** How it is printed. */
  enum Format {
    TABLE,
    YAML
  }

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--format",
      paramLabel = "table|yaml",
      description = "A table with meanings, or YAML with origins as comments. Default: table.")
  Format format = Format.TABLE;

  private final Console console;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Setup setup = platform.read(console);
    List<Stated> effective =
        setup.settings().effective().stream().map(it -> withDirectory(it, setup)).toList();
    switch (format) {
      case TABLE -> {
        TextTable table = new TextTable(List.of("key", "value", "from", "meaning"));
        effective.forEach(
            it -> table.row(List.of(it.key(), it.shown(), it.origin(), meaning(it.key()))));
        table.lines().forEach(line -> console.print("%s", line));
      }
      case YAML ->
          effective.forEach(
              it ->
                  console.print(
                      "%s: '%s' # %s", it.key(), it.shown().replace("'", "''"), it.origin()));
    }
    return 0;
  }

  private static Stated withDirectory(Stated it, Setup setup) {
    boolean isBlankDirectory = it.key().equals(Catalogue.DATA_DIR.key()) && it.text().isEmpty();
    return isBlankDirectory
        ? new Stated(it.key(), setup.data().path().toString(), it.origin())
        : it;
  }

  private static String meaning(String key) {
    return Catalogue.all().stream()
        .filter(it -> it.key().equals(key))
        .map(Setting::meaning)
        .findFirst()
        .orElse("passed on");
  }
}
