package io.duecast.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code docker/compose.yaml} says, so that the tests run what is deployed. */
final class ComposeFile {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?}");

  private final JsonNode services;
  private final Map<String, String> variables = new TreeMap<>(System.getenv());

  /** The file with these variables over those of the environment. */
  ComposeFile(Map<String, String> variables) {
    this.variables.putAll(variables);
    try {
      this.services =
          new YAMLMapper()
              .readTree(Images.ROOT.resolve("docker/compose.yaml").toFile())
              .get("services");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String image(String service) {
    return substituted(services.get(service).get("image").asText());
  }

  Map<String, String> environment(String service) {
    Map<String, String> environment = new TreeMap<>();
    services
        .get(service)
        .get("environment")
        .properties()
        .forEach(it -> environment.put(it.getKey(), substituted(it.getValue().asText())));
    return environment;
  }

  /** What the image is told to run; empty where it knows by itself. */
  String[] command(String service) {
    return services
        .get(service)
        .path("command")
        .valueStream()
        .map(JsonNode::asText)
        .toArray(String[]::new);
  }

  /** A text with the values of its variables. */
  String substituted(String text) {
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.replaceAll(
        it -> {
          String byDefault = it.group(2) == null ? "" : it.group(2);
          return Matcher.quoteReplacement(variables.getOrDefault(it.group(1), byDefault));
        });
  }
}
