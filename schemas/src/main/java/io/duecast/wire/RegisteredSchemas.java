package io.duecast.wire;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import java.io.IOException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.common.KafkaException;

/** The schemas that the registry knows, by id; tells a bad id from a registry in trouble. */
final class RegisteredSchemas {
  /** What a registry itself says; a bare 404 is that of something else at its address. */
  private static final Set<Integer> NOT_FOUND = Set.of(40401, 40402, 40403);

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
      if (NOT_FOUND.contains(e.getErrorCode())) {
        throw new RejectedException(
            RejectReason.UNKNOWN_SCHEMA, "the registry knows no schema " + id);
      }
      throw new RegistryUnavailableException(id, e);
    } catch (IOException e) {
      if (saysThatItIsNoAvro(e)) {
        throw noAvro(id);
      }
      throw new RegistryUnavailableException(id, e);
    } catch (KafkaException e) {
      throw new RegistryUnavailableException(id, e);
    } catch (RuntimeException e) {
      if (e.getCause() != null && saysThatItIsNoAvro(e.getCause())) {
        throw noAvro(id);
      }
      throw e;
    }
  }

  /**
   * The client has no type of its own for a schema that it cannot parse; trouble never says this.
   */
  private static boolean saysThatItIsNoAvro(Throwable e) {
    return String.valueOf(e.getMessage()).startsWith("Invalid schema");
  }

  private static RejectedException noAvro(int id) {
    return new RejectedException(RejectReason.UNEXPECTED_TYPE, "schema " + id + " is not Avro");
  }
}
