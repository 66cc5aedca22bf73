package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings under which a record would be announced with a schema that it was not written with. */
class OtherSchemasTest {
  @ParameterizedTest
  @CsvSource({"use.latest.version,true", "use.schema.id,7", "use.latest.with.metadata,a=b"})
  void aSettingThatNamesAnotherSchemaIsRefused(String name, String value) {
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://others", name, value));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> serdes.serializer(Topics.RECEIVABLES))
        .withMessageContainingAll(name, value, "the schema of this release");
  }
}
