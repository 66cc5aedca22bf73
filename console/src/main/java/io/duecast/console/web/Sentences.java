package io.duecast.console.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.risk.Reason;
import io.duecast.risk.ReasonText;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts reasons into words. */
final class Sentences {
  private final Locale locale;

  /**
   * @param language null for English
   */
  Sentences(@Nullable String language) {
    this.locale = Locale.forLanguageTag(language == null ? "en" : language);
  }

  /** Adds a sentence to each reason of a row. */
  void add(Map<String, @Nullable Object> row) {
    if (row.get("reasons") instanceof JsonNode reasons) {
      for (JsonNode it : reasons) {
        if (it instanceof ObjectNode reason && reason.has("textKey")) {
          reason.put("sentence", ReasonText.of(reason(reason), locale));
        }
      }
    }
  }

  private static Reason reason(JsonNode it) {
    return new Reason(
        it.path("feature").asText(),
        it.path("value").isNumber() ? it.path("value").asDouble() : Double.NaN,
        it.path("word").isTextual() ? it.path("word").asText() : null,
        it.path("contribution").asDouble(),
        it.path("textKey").asText());
  }
}
