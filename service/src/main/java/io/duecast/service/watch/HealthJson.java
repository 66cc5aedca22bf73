package io.duecast.service.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** An answer about health, as JSON. */
final class HealthJson {
  private static final JsonFactory JSON = new JsonFactory();

  private HealthJson() {}

  /**
   * {@code {"ready": false, "parts": [{"part": …, "standing": …, "since": …, "detail": …}]}}.
   *
   * @param question {@code ready} or {@code alive}
   * @param parts that say no
   */
  static byte[] of(String question, boolean answer, List<PartHealth> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeBooleanField(question, answer);
      json.writeArrayFieldStart("parts");
      for (PartHealth it : parts) {
        json.writeStartObject();
        json.writeStringField("part", it.part());
        json.writeStringField("standing", it.standing().name().toLowerCase(Locale.ROOT));
        json.writeStringField("since", it.since().toString());
        json.writeStringField("detail", it.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }
}
