package io.duecast.standalone.book;

import io.duecast.book.mapping.Mapping;
import io.duecast.feature.DeclaredFeature;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.FeatureText;
import io.duecast.stack.EmbeddedStack;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.platform.SettingsFile;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a book's own columns features, by writing them into the data directory's settings. */
final class Declaring {
  private Declaring() {}

  /** The settings in which every attribute of the mapping is a feature. */
  static Setup featuresOf(Mapping mapping, PlatformOptions platform, Console console) {
    Setup setup = platform.read(console);
    List<DeclaredFeature> missing = missing(mapping, setup);
    ZoneId zone = mapping.book().zone();
    boolean isZoneOpen =
        !setup.settings().of(Catalogue.ZONE).isStated() && !zone.equals(setup.settings().zone());
    if (!isZoneOpen && !zone.equals(setup.settings().zone())) {
      console.say(
          "business days begin in %s (%s), but those of the book in %s",
          setup.settings().zone(), setup.settings().of(Catalogue.ZONE).origin(), zone);
    }
    if (missing.isEmpty() && !isZoneOpen) {
      return setup;
    }
    requireFree(setup, missing, isZoneOpen);
    Map<String, String> changes = new LinkedHashMap<>();
    if (isZoneOpen) {
      changes.put(Catalogue.ZONE.key(), zone.getId());
    }
    List<DeclaredFeature> all = new ArrayList<>(setup.settings().features());
    all.addAll(missing);
    if (!missing.isEmpty()) {
      changes.put(
          Catalogue.FEATURES.key(),
          all.stream().map(FeatureText::of).collect(Collectors.joining(",")));
    }
    new SettingsFile(setup.data().settings()).merge(changes);
    changes.forEach(
        (key, value) -> console.say("set in %s: %s: %s", setup.data().settings(), key, value));
    return verified(platform.read(console), mapping);
  }

  private static Setup verified(Setup setup, Mapping mapping) {
    List<DeclaredFeature> missing = missing(mapping, setup);
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          "%s is set in %s and lacks %s; add them there, or drop it there",
          Catalogue.FEATURES.key(),
          setup.settings().of(Catalogue.FEATURES).origin(),
          missing.stream().map(FeatureText::of).collect(Collectors.joining(",")));
    }
    return setup;
  }

  /** What runs already would not hear of a change. */
  private static void requireFree(Setup setup, List<DeclaredFeature> missing, boolean isZoneOpen) {
    String wanted =
        missing.stream().map(FeatureText::of).collect(Collectors.joining(","))
            + (isZoneOpen ? " and its time zone" : "");
    if (!setup.settings().text(Catalogue.BOOTSTRAP).isEmpty()) {
      throw new CommandFailure(
          "the flows of a real cluster must know the book's columns before its history comes: set"
              + " %s there and here, with %s",
          Catalogue.FEATURES.key(), wanted);
    }
    EmbeddedStack.find(setup.data().path())
        .ifPresent(
            running -> {
              throw new CommandFailure(
                  "process %d runs the flows of %s without %s; stop it, import, start it again",
                  running.pid(), setup.data().path(), wanted);
            });
  }

  private static List<DeclaredFeature> missing(Mapping mapping, Setup setup) {
    return mapping.declaredFeatures().stream()
        .filter(feature -> !setup.settings().features().contains(feature))
        .toList();
  }
}
