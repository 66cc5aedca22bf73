package io.duecast.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * After which row a page begins.
 *
 * @param sort by which the list was sorted
 * @param value of the sort; null if the row has none
 * @param key of the row
 */
record Cursor(String sort, @Nullable String value, List<String> key) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  Cursor {
    key = List.copyOf(key);
  }

  /** As a client hands it back. */
  String text() {
    List<@Nullable String> parts = new ArrayList<>();
    parts.add(sort);
    parts.add(value);
    parts.addAll(key);
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MAPPER.writeValueAsBytes(parts));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Cursor parse(String text, int keys) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      @Nullable String[] parts =
          MAPPER.readValue(new String(bytes, StandardCharsets.UTF_8), String[].class);
      if (parts != null && parts.length == keys + 2 && parts[0] != null) {
        List<String> key = new ArrayList<>();
        for (int i = 2; i < parts.length; i++) {
          key.add(String.valueOf(parts[i]));
        }
        return new Cursor(parts[0], parts[1], key);
      }
    } catch (IllegalArgumentException | JsonProcessingException e) {
      throw Problem.badRequest("'after' is none of the cursors that were given out");
    }
    throw Problem.badRequest("'after' is none of the cursors of this list");
  }
}
