package io.duecast.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;

/** Reads the bodies of requests: nothing twice, nothing behind, no digit lost. */
final class StrictJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private StrictJson() {}

  /** Why a body cannot be read, and where. */
  static Problem problem(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping)) {
      return Problem.badRequest("the body is no JSON: %s", firstLine(e.getOriginalMessage()));
    }
    String path =
        mapping.getPath().stream()
            .map(it -> String.valueOf(it.getFieldName()))
            .collect(Collectors.joining("."));
    return Problem.badRequest(
        "%s: %s",
        path.isEmpty() ? "the body" : "'" + path + "'", firstLine(e.getOriginalMessage()));
  }

  /** Jackson's further lines speak of our own classes. */
  private static String firstLine(String message) {
    return message
        .lines()
        .findFirst()
        .orElse(message)
        .replaceAll(" \\((class|bound as) [^)]*\\)", "");
  }
}
