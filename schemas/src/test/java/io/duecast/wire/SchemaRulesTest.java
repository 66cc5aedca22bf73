package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.money.Money;
import io.duecast.receivable.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesTest {
  private static final Set<String> OF_BYTES = Set.of("DeadLetter", "ModelArtifact");

  static List<Schema> everySchema() {
    return Schemas.all();
  }

  @Test
  void everyFileIsInTheIndexAndNamedLikeItsType() throws IOException {
    Path root = Source.inModule("src/main/avro");
    try (Stream<Path> files = Files.walk(root)) {
      List<String> names =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".avsc"))
              .toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              Schemas.all().stream().map(schema -> schema.getName() + ".avsc").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("everySchema")
  void everyTypeAndFieldSaysWhatItIs(Schema schema) {
    assertThat(schema.getNamespace()).isEqualTo("io.duecast");
    assertThat(schema.getDoc()).as(schema.getName()).isNotBlank().endsWith(".");
    for (Schema.Field field : fields(schema)) {
      assertThat(field.doc()).as(schema.getName() + "." + field.name()).isNotBlank().endsWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("everySchema")
  void anEnumBeginsWithUnknownWhichStandsForWhatANewerWriterSays(Schema schema) {
    if (schema.getType() == Schema.Type.ENUM) {
      assertThat(schema.getEnumSymbols().get(0)).as(schema.getName()).isEqualTo("UNKNOWN");
      assertThat(schema.getEnumDefault()).as(schema.getName()).isEqualTo("UNKNOWN");
    }
  }

  @ParameterizedTest
  @MethodSource("everySchema")
  void whatMayBeNullIsNullUnlessItIsSaid(Schema schema) {
    for (Schema.Field field : fields(schema)) {
      if (field.schema().isNullable()) {
        String path = schema.getName() + "." + field.name();
        assertThat(field.schema().getTypes().get(0).getType()).as(path).isEqualTo(Schema.Type.NULL);
        assertThat(field.defaultVal()).as(path).isEqualTo(JsonProperties.NULL_VALUE);
        assertThat(field.doc()).as(path).containsIgnoringCase("null");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everySchema")
  void aCollectionIsEmptyUnlessItIsSaid(Schema schema) {
    for (Schema.Field field : fields(schema)) {
      Schema.Type type = field.schema().getType();
      if (type == Schema.Type.ARRAY || type == Schema.Type.MAP) {
        assertThat(field.hasDefaultValue()).as(schema.getName() + "." + field.name()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everySchema")
  void anAmountIsMoneyAndADecimalIsNeverADouble(Schema schema) {
    for (Schema.Field field : fields(schema)) {
      Schema type = field.schema().isNullable() ? field.schema().getTypes().get(1) : field.schema();
      String path = schema.getName() + "." + field.name();
      if (field.name().toLowerCase(Locale.ROOT).contains("amount")) {
        assertThat(type.toString()).as(path).containsAnyOf("Money", "decimal");
      }
      if (type.getType() == Schema.Type.BYTES && !OF_BYTES.contains(schema.getName())) {
        assertThat(type.getLogicalType()).as(path).isInstanceOf(LogicalTypes.Decimal.class);
      }
      if (field.name().endsWith("At")) {
        assertThat(type.getLogicalType()).as(path).isEqualTo(LogicalTypes.timestampMillis());
      }
    }
  }

  @Test
  void moneyIsADecimalOfNineteenAndFourWithACurrency() {
    Schema money = Schemas.of(Money.class);

    assertThat(money.getField("amount").schema().getLogicalType())
        .isEqualTo(LogicalTypes.decimal(19, 4));
    assertThat(money.getField("currency").schema().getType()).isEqualTo(Schema.Type.STRING);
  }

  @Test
  void everyFactCarriesTheEnvelope() {
    for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
      assertThat(Schemas.of(fact).getFields().get(0).name())
          .as(fact.getName())
          .isEqualTo("envelope");
    }
  }

  private static List<Schema.Field> fields(Schema schema) {
    return schema.getType() == Schema.Type.RECORD ? schema.getFields() : List.of();
  }
}
