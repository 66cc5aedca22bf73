package io.duecast.standalone.doctor;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.duecast.standalone.platform.Connection;
import java.io.IOException;
import java.util.List;

/** Looks at the schema registry. */
final class RegistryChecks {
  private static final int CACHED_SCHEMAS = 10;

  private RegistryChecks() {}

  static List<Check> of(Connection connection) throws IOException {
    String url = connection.registryUrl();
    try (SchemaRegistryClient client =
        new CachedSchemaRegistryClient(
            url, CACHED_SCHEMAS, connection.setup().settings().registry(url))) {
      String level = client.getCompatibility(null);
      int subjects = client.getAllSubjects().size();
      return List.of(
          Check.ok("registry", url + ", " + subjects + " subjects"),
          Check.of(
              !level.equals("NONE"),
              "compatibility",
              level,
              "NONE rejects nothing: set it to BACKWARD, or a breaking schema will be accepted"));
    } catch (IOException | RestClientException e) {
      return List.of(
          Check.bad(
              "registry",
              "%s: %s; check --registry and the registry.* settings"
                  .formatted(url, e.getMessage())));
    }
  }
}
