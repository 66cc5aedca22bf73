package io.duecast.wire;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/** The schemas that the registry knows, by id; tells a bad id from a registry in trouble. */
final class RegisteredSchemas {
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final String NO_AVRO = "Invalid schema";

  private final SchemaRegistryClient registry;

  RegisteredSchemas(SchemaRegistryClient registry) {
    this.registry = registry;
  }

  /**
   * The Avro schema of an id.
   *
   * @throws RejectedException if the registry has none, or it is not Avro
   * @throws RegistryUnavailableException if the registry did not answer, or would not
   */
  Schema byId(int id) {
    if (id < 0) {
      throw new RejectedException(RejectReason.UNKNOWN_SCHEMA, "schema " + id + " cannot be");
    }
    try {
      ParsedSchema schema = registry.getSchemaById(id);
      if (schema instanceof AvroSchema avro) {
        return avro.rawSchema();
      }
      throw noAvro(id);
    } catch (RestClientException e) {
      if (e.getErrorCode() == SCHEMA_NOT_FOUND) {
        throw new RejectedException(
            RejectReason.UNKNOWN_SCHEMA, "the registry knows no schema " + id);
      }
      throw new RegistryUnavailableException(id, e);
    } catch (IOException e) {
      // The client says in this way, and in no other, that the schema is of another language.
      if (e.getClass() == IOException.class && String.valueOf(e.getMessage()).startsWith(NO_AVRO)) {
        throw noAvro(id);
      }
      throw new RegistryUnavailableException(id, e);
    } catch (KafkaException e) {
      throw new RegistryUnavailableException(id, e);
    }
  }

  private static RejectedException noAvro(int id) {
    return new RejectedException(RejectReason.UNEXPECTED_TYPE, "schema " + id + " is not Avro");
  }
}
