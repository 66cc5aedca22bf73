package io.duecast.console.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.attribute.AttributeValue;
import io.duecast.risk.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a column of type {@code jsonb}. */
record Json(String text) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of lists, maps, texts and numbers. */
  static Json of(Object value) {
    try {
      return new Json(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Json reasons(List<Reason> reasons) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Reason reason : reasons) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("feature", reason.feature());
      one.put("value", Double.isNaN(reason.value()) ? null : reason.value());
      one.put("word", reason.word());
      one.put("contribution", reason.contribution());
      one.put("textKey", reason.textKey());
      all.add(one);
    }
    return of(all);
  }

  static Json features(Map<String, AttributeValue> features) {
    Map<String, Object> all = new LinkedHashMap<>();
    features.forEach(
        (name, value) ->
            all.put(
                name,
                switch (value) {
                  case AttributeValue.Numeric it -> it.value();
                  case AttributeValue.Category it -> it.value();
                }));
    return of(all);
  }
}
