package io.duecast.console.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is told: CloudEvents 1.0 in JSON, one or a batch. Further attributes are let be,
 * as that standard wants it.
 *
 * @param type the name of the record; {@code io.duecast.} may stand before it
 * @param id the same for the same event said again
 * @param source who says so
 * @param time when it happened; null for when it was recorded
 * @param recordedat when the source learned it; null for now
 * @param data the fields of the record
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record EventForm(
    @Nullable String specversion,
    @Nullable String type,
    @Nullable String id,
    @Nullable String source,
    @Nullable String time,
    @Nullable String recordedat,
    @Nullable Map<String, @Nullable Object> data) {
  static final int MOST = 500;

  /**
   * Reads one, or several.
   *
   * @throws Problem if it is neither
   */
  static List<EventForm> read(String body) {
    try {
      JsonNode tree = StrictJson.MAPPER.readTree(body);
      if (!tree.isObject() && !tree.isArray()) {
        throw Problem.badRequest("the body is an event, or a list of them");
      }
      if (tree.size() > MOST && tree.isArray()) {
        throw Problem.badRequest("at most %d events at once", MOST);
      }
      List<EventForm> all = new ArrayList<>();
      for (JsonNode it : tree.isArray() ? tree : List.of(tree)) {
        if (!it.isObject()) {
          throw Problem.badRequest("event %d is no object", all.size() + 1);
        }
        all.add(StrictJson.MAPPER.treeToValue(it, EventForm.class));
      }
      return all;
    } catch (JsonProcessingException e) {
      throw StrictJson.problem(e);
    }
  }
}
