package io.duecast.wire;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.AbstractKafkaAvroDeserializer;
import io.duecast.check.RejectedException;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Everything that reads and writes the topics, over one schema registry. Safe for threads.
 *
 * <p>The configuration is Confluent's own and passed on as it is: {@code schema.registry.url} (a
 * {@code mock://} scope in tests), {@code basic.auth.*}, {@code schema.registry.ssl.*}, {@code
 * auto.register.schemas} (true unless said otherwise), and so on. Not {@code use.latest.version}
 * and its like: records are written with the schema of this release.
 */
public final class WireSerdes {
  private final Map<String, ?> config;
  private final WireDecoder decoder;

  public WireSerdes(Map<String, ?> config) {
    this.config = Map.copyOf(config);
    this.decoder = new WireDecoder(new ConfluentClient(config).registry());
  }

  /** For flows: a value, or the reason why there is none. */
  public WireDecoder decoder() {
    return decoder;
  }

  /** Keys are plain text. */
  public static Serde<String> keys() {
    return Serdes.String();
  }

  /** Writes a topic's values and their CloudEvents headers; one for each producer. */
  public <V> Serializer<V> serializer(Topic<V> topic) {
    return new WireSerializer<>(topic, config);
  }

  /**
   * For consumers that have no use for a bad record: it throws {@link SerializationException}, with
   * the {@link RejectedException} as its cause.
   */
  public <V> Deserializer<V> deserializer(Topic<V> topic) {
    return (name, bytes) -> {
      try {
        return decoder.decodeValue(topic, bytes);
      } catch (RejectedException e) {
        throw new SerializationException(name + ": " + e.getMessage(), e);
      }
    };
  }

  /** Both ways for a topic's values. */
  public <V> Serde<V> serde(Topic<V> topic) {
    return Serdes.serdeFrom(serializer(topic), deserializer(topic));
  }

  /** Confluent's reading of its own configuration. */
  private static final class ConfluentClient extends AbstractKafkaAvroDeserializer {
    ConfluentClient(Map<String, ?> config) {
      configure(deserializerConfig(config));
    }

    SchemaRegistryClient registry() {
      return getSchemaRegistryClient();
    }
  }
}
