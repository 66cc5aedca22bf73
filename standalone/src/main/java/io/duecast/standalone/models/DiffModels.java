package io.duecast.standalone.models;

import io.duecast.model.ModelFeature;
import io.duecast.model.ModelManifest;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows in what two models differ. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows in what two released models differ: what they learned from, and how.")
final class DiffModels implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(index = "0", paramLabel = "MODEL", description = "The one.")
  String one = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "The other.")
  String other = "";

  private final Console console;

  DiffModels(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      KnownModels known = new KnownModels(connection);
      String left = known.idOf(one);
      String right = known.idOf(other);
      Map<String, String> ofLeft = told(known.model(left).manifest());
      Map<String, String> ofRight = told(known.model(right).manifest());
      TextTable table =
          new TextTable(List.of("", KnownModels.brief(left), KnownModels.brief(right)));
      TreeSet<String> names = new TreeSet<>(ofLeft.keySet());
      names.addAll(ofRight.keySet());
      for (String name : names) {
        String is = ofLeft.getOrDefault(name, "-");
        String was = ofRight.getOrDefault(name, "-");
        if (!is.equals(was)) {
          table.row(List.of(name, is, was));
        }
      }
      table.lines().forEach(line -> console.print("%s", line));
      return 0;
    }
  }

  private static Map<String, String> told(ModelManifest it) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("issued from", it.training().from().toString());
    told.put("issued until", it.training().until().toString());
    told.put("labels known on", it.training().knownOn().toString());
    told.put("label", it.label().toString());
    told.put("feature set", it.featureSet());
    told.put("seed", Long.toString(it.seed()));
    for (int i = 0; i < it.horizonDays().size(); i++) {
      told.put(
          "rows, horizon " + it.horizonDays().get(i), "%,d".formatted(it.training().rows().get(i)));
    }
    told.putAll(it.hyperParameters());
    told.putAll(it.versions());
    for (ModelFeature feature : it.features()) {
      told.put("feature " + feature.key(), feature.isCategory() ? "category" : "number");
    }
    return told;
  }
}
