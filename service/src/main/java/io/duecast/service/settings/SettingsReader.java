package io.duecast.service.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads settings from their sources, each over the ones before; then {@link #read} gives them, or
 * all that is wrong with them.
 */
public final class SettingsReader {
  private static final String VARIABLE = "DUECAST_";

  /** Variables of the launcher, which are no settings. */
  private static final Set<String> NOT_OURS =
      Set.of("DUECAST_JAVA_OPTS", "DUECAST_HOME", "DUECAST_CONFIG", "DUECAST_DEBUG");

  private final Map<String, Stated> stated = new LinkedHashMap<>();
  private final List<SettingMistake> mistakes = new ArrayList<>();

  /** A YAML file; one that is not there states nothing. */
  public SettingsReader file(Path file) {
    YamlSettings.read(file, mistakes).forEach(this::put);
    return this;
  }

  /** Variables that begin with {@code DUECAST_}. */
  public SettingsReader environment(Map<String, String> variables) {
    variables.forEach(
        (name, text) -> {
          if (name.startsWith(VARIABLE) && !NOT_OURS.contains(name)) {
            variable(name, text);
          }
        });
    return this;
  }

  /** {@code key=value} from the command line. */
  public SettingsReader assignment(String assignment, String flag) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      mistakes.add(new SettingMistake(flag + " " + assignment, "expected key=value"));
      return this;
    }
    return value(assignment.substring(0, equals), assignment.substring(equals + 1), flag);
  }

  /** One value. */
  public SettingsReader value(String key, String text, String origin) {
    put(new Stated(key.strip(), text.strip(), origin));
    return this;
  }

  /**
   * What holds now.
   *
   * @throws SettingsException with every mistake
   */
  public DuecastSettings read() {
    Map<String, Stated> effective = new LinkedHashMap<>();
    for (Setting setting : Catalogue.all()) {
      effective.put(setting.key(), new Stated(setting.key(), setting.byDefault(), Stated.DEFAULT));
    }
    effective.putAll(stated);
    if (mistakes.isEmpty()) {
      BandOrder.objection(effective).ifPresent(mistakes::add);
    }
    if (!mistakes.isEmpty()) {
      throw new SettingsException(mistakes);
    }
    return new DuecastSettings(effective);
  }

  private void variable(String name, String text) {
    Optional<Setting> known =
        Catalogue.all().stream().filter(it -> it.variable().equals(name)).findFirst();
    String bare = name.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    boolean passedOn = bare.startsWith(Catalogue.CLUSTER) || bare.startsWith(Catalogue.TO_REGISTRY);
    if (known.isPresent() || passedOn) {
      value(known.map(Setting::key).orElse(bare), text, name);
      return;
    }
    List<String> names = Catalogue.all().stream().map(Setting::variable).toList();
    mistakes.add(
        new SettingMistake(
            name,
            NearWord.to(name, names)
                .map(near -> "unknown; did you mean " + near + "?")
                .orElse("no setting has this name; 'duecast config' lists all")));
  }

  private void put(Stated it) {
    Optional<String> objection = Catalogue.objection(it.key());
    if (objection.isPresent()) {
      mistakes.add(new SettingMistake(it.origin(), it.key() + ": " + objection.get()));
      return;
    }
    Optional<Setting> setting = Catalogue.find(it.key());
    if (setting.isPresent() && !setting.get().kind().fits().test(it.text())) {
      mistakes.add(
          new SettingMistake(
              it.origin(),
              "%s: '%s' is not %s".formatted(it.key(), it.shown(), setting.get().expected())));
      return;
    }
    stated.put(it.key(), it);
  }
}
