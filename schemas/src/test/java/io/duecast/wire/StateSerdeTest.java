package io.duecast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.receivable.ReceivableChanged;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateSerdeTest {
  private static final Schema V1 =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Tally", "fields": [
                {"name": "count", "type": "int"}]}\
              """);
  private static final Schema V2 =
      new Schema.Parser()
          .parse(
              """
              {"type": "record", "name": "Tally", "fields": [
                {"name": "count", "type": "long"},
                {"name": "last", "type": ["null", "string"], "default": null}]}\
              """);

  record Tally(long count, @Nullable String last) {}

  @Test
  void whatIsStoredIsReadBackWithItsSchemaNamedInFront() {
    StateSerde<ReceivableChanged> serde = StateSerde.of(ReceivableChanged.class);
    ReceivableChanged value = new RandomRecords(7).next(ReceivableChanged.class);

    byte[] stored = serde.serializer().serialize("any", value);

    assertThat(stored).startsWith(0xC3, 0x01);
    assertThat(serde.deserializer().deserialize("any", stored)).isEqualTo(value);
  }

  @Test
  void nothingIsStoredAsNothing() {
    StateSerde<Tally> serde = StateSerde.of(Tally.class, V2, List.of());

    assertThat(serde.serializer().serialize("any", null)).isNull();
    assertThat(serde.deserializer().deserialize("any", null)).isNull();
  }

  @Test
  void whatAnOlderReleaseStoredIsStillRead() throws Exception {
    byte[] stored = SingleObject.of(V1, 17);

    assertThat(StateSerde.of(Tally.class, V2, List.of(V1)).read(stored))
        .isEqualTo(new Tally(17, null));
  }

  @Test
  void whatAnUnknownReleaseStoredIsNamed() throws Exception {
    byte[] stored = SingleObject.of(V1, 17);

    assertThatThrownBy(() -> StateSerde.of(Tally.class, V2, List.of()).read(stored))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Tally")
        .hasMessageContaining("avro-history");
  }

  @Test
  void damagedBytesAreAnError() {
    StateSerde<Tally> serde = StateSerde.of(Tally.class, V2, List.of(V1));
    byte[] stored = serde.write(new Tally(11, "x"));

    for (int length = 0; length < stored.length; length++) {
      byte[] damaged = Arrays.copyOf(stored, length);
      assertThatThrownBy(() -> serde.read(damaged)).isInstanceOf(SerializationException.class);
    }
    stored[0] = 0;
    assertThatThrownBy(() -> serde.read(stored)).isInstanceOf(SerializationException.class);
  }

  /** Avro's own single-object encoding. */
  private static final class SingleObject {
    static byte[] of(Schema schema, int count) throws Exception {
      var record = new GenericData.Record(schema);
      record.put("count", count);
      var encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
      ByteBuffer encoded = encoder.encode(record);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    }
  }
}
