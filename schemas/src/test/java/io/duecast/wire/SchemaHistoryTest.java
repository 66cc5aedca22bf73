package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.wire.codec.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaHistoryTest {
  private static final Set<String> FACTS =
      Topics.all().stream()
          .filter(topic -> topic.trust() == Trust.OUTSIDE)
          .flatMap(topic -> topic.types().stream())
          .map(Class::getSimpleName)
          .collect(Collectors.toSet());

  /** Those that stand for themselves: on a topic, or in a store. */
  static List<Schema> everyRecordThatIsWritten() {
    Set<String> partsOfOthers = new HashSet<>();
    for (Schema schema : Schemas.all()) {
      if (schema.getType() == Schema.Type.RECORD) {
        schema.getFields().forEach(field -> namesIn(field.schema(), partsOfOthers));
      }
    }
    Topics.all().stream()
        .flatMap(topic -> topic.types().stream())
        .forEach(type -> partsOfOthers.remove(type.getSimpleName()));
    return Schemas.all().stream().filter(s -> !partsOfOthers.contains(s.getName())).toList();
  }

  @ParameterizedTest
  @MethodSource("everyRecordThatIsWritten")
  void theSchemaOfTodayIsTheLastReleasedOne(Schema today) throws IOException {
    List<Schema> released = Schemas.released(today.getName());
    if (Source.isToBeWritten() && !isLastOf(released, today)) {
      Source.write(
          fileOf(today.getName(), released.size() + 1),
          SchemaFormatter.format("json/pretty", today) + "\n");
      return;
    }
    assertThat(isLastOf(released, today))
        .as(
            "%s.avsc has changed since v%d in avro-history. A released schema is never changed in"
                + " place: take the change back, or, if this is the new version, record it with%n "
                + " %s",
            today.getName(), released.size(), Source.REWRITE.formatted("SchemaHistoryTest"))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("everyRecordThatIsWritten")
  void whatWasEverReleasedIsReadTodayAndAFactOfTodayByEveryReader(Schema today)
      throws SchemaValidationException {
    SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
    if (FACTS.contains(today.getName())) {
      builder.mutualReadStrategy();
    } else {
      builder.canReadStrategy();
    }
    builder.validateAll().validate(today, Schemas.released(today.getName()));
  }

  @Test
  void noReleasedVersionIsOfARecordThatIsGone() throws IOException {
    try (Stream<Path> names = Files.list(Source.inModule("src/main/avro-history"))) {
      assertThat(names.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              everyRecordThatIsWritten().stream().map(Schema::getName).toList());
    }
  }

  @Test
  void aFactWithANewFieldThatHasNoDefaultIsRefused() {
    Schema released = SchemaBuilder.record("Fact").fields().requiredString("id").endRecord();
    Schema changed =
        SchemaBuilder.record("Fact").fields().requiredString("id").requiredInt("more").endRecord();

    assertThatThrownBy(
            () ->
                new SchemaValidatorBuilder()
                    .mutualReadStrategy()
                    .validateAll()
                    .validate(changed, List.of(released)))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static boolean isLastOf(List<Schema> released, Schema today) {
    return !released.isEmpty() && released.get(released.size() - 1).equals(today);
  }

  private static Path fileOf(String name, int version) {
    return Source.inModule("src/main/avro-history/" + name + "/v" + version + ".avsc");
  }

  private static void namesIn(Schema schema, Set<String> names) {
    switch (schema.getType()) {
      case RECORD, ENUM -> names.add(schema.getName());
      case ARRAY -> namesIn(schema.getElementType(), names);
      case MAP -> namesIn(schema.getValueType(), names);
      case UNION -> schema.getTypes().forEach(type -> namesIn(type, names));
      default -> {}
    }
  }
}
