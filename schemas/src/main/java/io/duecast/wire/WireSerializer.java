package io.duecast.wire;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicNameStrategy;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import io.confluent.kafka.serializers.subject.strategy.SubjectNameStrategy;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.Trust;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one topic: what Confluent's own serializer, given a record that writes
 * itself, writes, and the CloudEvents headers beside it.
 */
final class WireSerializer<V> implements Serializer<V> {
  private final Topic<V> topic;
  private final SubjectNameStrategy subjects;
  private final ConfluentSerializer confluent;
  private final Map<Class<?>, Written> writtenByType = new HashMap<>();

  static {
    // Without this, Avro asks the records for their fields, which they do not tell.
    SpecificData.get().setCustomCoders(true);
  }

  WireSerializer(Topic<V> topic, Map<String, ?> config) {
    this.topic = topic;
    this.subjects = topic.isUnion() ? new TopicRecordNameStrategy() : new TopicNameStrategy();
    this.confluent = new ConfluentSerializer(config);
    for (Class<?> type : topic.types()) {
      writtenByType.put(type, Written.of(type, topic.trust()));
    }
  }

  @Override
  public byte @Nullable [] serialize(String name, @Nullable V value) {
    return serialize(name, new RecordHeaders(), value);
  }

  @Override
  public byte @Nullable [] serialize(String name, Headers headers, @Nullable V value) {
    if (value == null) {
      return null;
    }
    Written written = writtenByType.get(value.getClass());
    if (written == null) {
      throw new IllegalArgumentException(value.getClass() + " does not belong on " + topic);
    }
    CloudEvents.of(value).writeTo(headers);
    byte[] front = written.front(name);
    return front == null ? first(name, headers, written, value) : written.write(value, front);
  }

  /**
   * Confluent's serializer has the say about what a schema's records look like. Where it puts a few
   * bytes in front of the record and nothing else, later records get the same bytes.
   */
  private byte[] first(String name, Headers headers, Written written, Object value) {
    String subject = subjects.subjectName(name, false, written.schema());
    int headersBefore = headers.toArray().length;
    byte[] bytes = confluent.serialize(subject, name, headers, written, value);
    if (headers.toArray().length == headersBefore) {
      written.learnFront(name, bytes, value);
    }
    return bytes;
  }

  @Override
  public void close() {
    confluent.close();
  }

  /** A record type, and its schema in the one object that the registry client finds by identity. */
  private static final class Written {
    private static final int FRONT_BYTES = 1 + Integer.BYTES;

    private final RecordCodec<?> codec;
    private final ParsedSchema schema;
    private final Map<String, byte[]> frontByTopic = new ConcurrentHashMap<>();

    private Written(RecordCodec<?> codec) {
      this.codec = codec;
      this.schema = new AvroSchema(codec.schema());
    }

    static Written of(Class<?> type, Trust trust) {
      return new Written(RecordCodec.of(type, Schemas.of(type), trust));
    }

    ParsedSchema schema() {
      return schema;
    }

    byte @Nullable [] front(String name) {
      return frontByTopic.get(name);
    }

    /** Takes the magic byte and the schema's id from what Confluent wrote, if that is all. */
    void learnFront(String name, byte[] bytes, Object value) {
      byte[] front = Arrays.copyOf(bytes, FRONT_BYTES);
      if (Arrays.equals(bytes, write(value, front))) {
        frontByTopic.put(name, front);
      }
    }

    byte[] write(Object value, byte[] front) {
      return write(codec, value, front);
    }

    Object selfEncoding(Object value) {
      return selfEncoding(codec, value);
    }

    private static <T> byte[] write(RecordCodec<T> codec, Object value, byte[] front) {
      return codec.write(codec.type().cast(value), front);
    }

    private static <T> Object selfEncoding(RecordCodec<T> codec, Object value) {
      return codec.toAvro(codec.type().cast(value));
    }
  }

  /** Confluent's serializer, told the subject and the schema instead of looking for them. */
  private static final class ConfluentSerializer extends KafkaAvroSerializer {
    /** A record writes itself with the schema of this release; these would announce another. */
    private static final Set<String> OTHER_SCHEMAS =
        Set.of("use.latest.version", "use.schema.id", "use.latest.with.metadata");

    private static final String CONVERTERS = "avro.use.logical.type.converters";

    ConfluentSerializer(Map<String, ?> config) {
      for (String name : OTHER_SCHEMAS) {
        Object value = config.get(name);
        if (value != null && !value.toString().equals("false")) {
          throw new IllegalArgumentException(
              "registry setting %s = %s: records are written with the schema of this release; leave it out, and register new schemas by auto.register.schemas or before the release"
                  .formatted(name, value));
        }
      }
      Map<String, Object> effective = new HashMap<>(config);
      effective.put(CONVERTERS, false);
      configure(effective, false);
    }

    byte[] serialize(String subject, String name, Headers headers, Written written, Object value) {
      return serializeImpl(
          subject, name, headers, written.selfEncoding(value), (AvroSchema) written.schema());
    }
  }
}
