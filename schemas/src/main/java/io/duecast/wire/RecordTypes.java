package io.duecast.wire;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.RecordReader;
import io.duecast.wire.codec.SchemaMismatch;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The records that may lie on a topic, by the full name of their schema. */
final class RecordTypes {
  private final Map<String, RecordCodec<?>> codecByName = new HashMap<>();

  RecordTypes() {
    for (Topic<?> topic : Topics.all()) {
      for (Class<?> type : topic.types()) {
        Schema schema = Schemas.of(type);
        codecByName.computeIfAbsent(
            schema.getFullName(), name -> RecordCodec.of(type, schema, topic.trust()));
      }
    }
  }

  /**
   * A reader of what was written with a schema.
   *
   * @throws RejectedException if it is none of our records, or means something else by a field
   */
  RecordReader<?> readerOf(Schema written) {
    RecordCodec<?> codec =
        written.getType() == Schema.Type.RECORD ? codecByName.get(written.getFullName()) : null;
    if (codec == null) {
      throw new RejectedException(
          RejectReason.UNEXPECTED_TYPE, written.getFullName() + " is on no topic");
    }
    try {
      return codec.readerOf(written);
    } catch (SchemaMismatch e) {
      throw new RejectedException(RejectReason.CONTRACT_VIOLATION, String.valueOf(e.getMessage()));
    }
  }
}
