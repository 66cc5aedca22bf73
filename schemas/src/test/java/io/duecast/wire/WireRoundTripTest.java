package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireRoundTripTest {
  private static final Map<String, String> CONFIG =
      Map.of("schema.registry.url", "mock://round-trip");
  private static final int EACH = 300;

  private static final WireSerdes SERDES = new WireSerdes(CONFIG);

  static Stream<Arguments> everyTypeOfEveryTopic() {
    return Topics.all().stream()
        .flatMap(topic -> topic.types().stream().map(type -> Arguments.of(topic, type)));
  }

  @ParameterizedTest
  @MethodSource("everyTypeOfEveryTopic")
  <V> void whatIsWrittenIsRead(Topic<V> topic, Class<? extends V> type) {
    long seed = type.getName().hashCode();
    RandomRecords records = new RandomRecords(seed);
    try (Serializer<V> serializer = SERDES.serializer(topic)) {
      for (int i = 0; i < EACH; i++) {
        V value = records.next(type);
        byte[] bytes = serializer.serialize(topic.name(), value);
        byte[] key = TopicKey.of(value).getBytes(StandardCharsets.UTF_8);

        assertThat(SERDES.decoder().decode(topic, key, bytes))
            .as("seed %d", seed)
            .isEqualTo(new Decoded.Value<>(value));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyTypeOfEveryTopic")
  <V> void confluentsOwnSerializersReadAndWriteTheSameBytes(
      Topic<V> topic, Class<? extends V> type) {
    V value = new RandomRecords(type.getName().hashCode()).next(type);
    try (Serializer<V> serializer = SERDES.serializer(topic);
        KafkaAvroDeserializer reader = new KafkaAvroDeserializer();
        KafkaAvroSerializer writer = new KafkaAvroSerializer()) {
      reader.configure(CONFIG, false);
      writer.configure(
          topic.isUnion()
              ? Map.of(
                  "schema.registry.url",
                  "mock://round-trip",
                  "value.subject.name.strategy",
                  "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy")
              : CONFIG,
          false);
      byte[] ours = serializer.serialize(topic.name(), value);

      GenericRecord record = (GenericRecord) reader.deserialize(topic.name(), ours);
      byte[] theirs = writer.serialize(topic.name(), record);

      assertThat(record.getSchema().getFullName()).isEqualTo("io.duecast." + type.getSimpleName());
      assertThat(SERDES.decoder().decodeValue(topic, theirs)).isEqualTo(value);
      assertThat(theirs).startsWith(ours[0], ours[1], ours[2], ours[3], ours[4]);
    }
  }

  @ParameterizedTest
  @MethodSource("everyTypeOfEveryTopic")
  <V> void everyRecordIsACloudEvent(Topic<V> topic, Class<? extends V> type) {
    V value = new RandomRecords(type.getName().hashCode()).next(type);
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_id", "of the record that caused it".getBytes(StandardCharsets.UTF_8));
    try (Serializer<V> serializer = SERDES.serializer(topic)) {
      serializer.serialize(topic.name(), headers, value);
    }

    assertThat(headers)
        .extracting(header -> header.key())
        .doesNotHaveDuplicates()
        .contains("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type");
    assertThat(new String(headers.lastHeader("ce_type").value(), StandardCharsets.UTF_8))
        .isEqualTo("io.duecast." + type.getSimpleName());
    assertThat(new String(headers.lastHeader("ce_id").value(), StandardCharsets.UTF_8))
        .isEqualTo(CloudEvents.of(value).id());
  }
}
