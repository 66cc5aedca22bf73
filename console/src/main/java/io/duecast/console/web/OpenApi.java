package io.duecast.console.web;

import io.duecast.console.log.FactReader;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The API in OpenAPI 3.1, made from the lists themselves. */
final class OpenApi {
  private static final String TEXT = "string";

  private OpenApi() {}

  static Map<String, Object> document() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Listing listing : Listings.all()) {
      Map<String, Object> operations = new LinkedHashMap<>();
      operations.put("get", list(listing));
      if (listing.equals(Listings.OUTCOMES)) {
        operations.put("post", recording());
      }
      paths.put(Api.ROOT + "/" + listing.path(), operations);
    }
    for (Api.Single single : Api.Single.all()) {
      paths.put(Api.ROOT + "/" + single.path(), Map.of("get", single(single)));
    }
    paths.put(Api.ROOT + "/" + Gate.SESSION, session());
    paths.put(Api.ROOT + "/" + Api.EVENTS, Map.of("post", taking()));
    return Map.of(
        "openapi",
        "3.1.0",
        "info",
        Map.of("title", "Duecast console", "version", "1"),
        "paths",
        paths);
  }

  /** Logging in and out. */
  private static Map<String, Object> session() {
    Map<String, Object> here =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "login",
                Map.of("type", "boolean", "description", "whether people have to log in"),
                "user",
                Map.of("type", List.of(TEXT, "null")),
                "role",
                Map.of("type", List.of(TEXT, "null")),
                "may",
                Map.of("type", "array", "items", Map.of("type", TEXT))));
    Map<String, Object> logIn =
        new LinkedHashMap<>(operation("log-in", "Logs in: sets a cookie.", List.of(), here));
    Map<String, Object> form = new LinkedHashMap<>(schema(Gate.Form.class));
    form.put("required", List.of("name", "password"));
    logIn.put("requestBody", Map.of("required", true, "content", content(Api.JSON, form)));
    return Map.of(
        "get",
        operation("session", "Who is logged in, and may do what.", List.of(), here),
        "post",
        logIn,
        "delete",
        operation("log-out", "Logs out.", List.of(), here));
  }

  private static Map<String, Object> list(Listing listing) {
    List<Object> parameters = new ArrayList<>();
    for (Filter it : listing.filters()) {
      parameters.add(parameter(false, it.name(), it.meaning(), it.kind()));
    }
    List<String> sorts = listing.sorts().stream().map(Sort::name).toList();
    parameters.add(
        parameter(
            false,
            "sort",
            "one of " + sorts + ", with '-' before it for the other way round",
            Kind.TEXT));
    parameters.add(parameter(false, "after", "'next' of the part before", Kind.TEXT));
    parameters.add(parameter(false, "limit", "rows, 1 to " + Asked.MOST, Kind.COUNT));
    parameters.add(parameter(false, "format", "json, csv or xlsx: then all rows", Kind.TEXT));
    parameters.add(parameter(false, "lang", "of sentences: en or de", Kind.TEXT));
    Map<String, Object> row = new LinkedHashMap<>();
    for (Column column : listing.columns()) {
      Map<String, Object> schema = new LinkedHashMap<>(schema(column.kind()));
      schema.put("description", column.meaning());
      row.put(column.name(), schema);
    }
    Map<String, Object> body =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "rows",
                Map.of("type", "array", "items", Map.of("type", "object", "properties", row)),
                "next",
                Map.of("type", List.of(TEXT, "null"))));
    return operation(listing.path(), listing.meaning(), parameters, body);
  }

  private static Map<String, Object> single(Api.Single single) {
    List<Object> parameters = new ArrayList<>();
    for (String name : single.needed()) {
      parameters.add(parameter(true, name, "the id", Kind.TEXT));
    }
    for (String name : single.parameters()) {
      parameters.add(parameter(false, name, "", Kind.TEXT));
    }
    return operation(single.path(), single.meaning(), parameters, Map.of("type", "object"));
  }

  private static Map<String, Object> operation(
      String id, String meaning, List<Object> parameters, Map<String, Object> body) {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("200", answer(meaning, Api.JSON, body));
    answers.putAll(problems("400", "401", "403", "404", "429", "503"));
    return Map.of(
        "operationId", id, "summary", meaning, "parameters", parameters, "responses", answers);
  }

  private static Map<String, Object> recording() {
    Map<String, Object> answers = new LinkedHashMap<>();
    Map<String, Object> recorded =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("event", Map.of("type", TEXT), "known", Map.of("type", "boolean")));
    answers.put("202", answer("it is on the log, and comes back", Api.JSON, recorded));
    answers.put("200", answer("it was recorded before, under this key", Api.JSON, recorded));
    answers.putAll(problems("400", "401", "403", "404", "409", "413", "415", "429", "503"));
    Map<String, Object> body = new LinkedHashMap<>(schema(OutcomeForm.class));
    body.put("required", List.of("customer", "outcome"));
    return Map.of(
        "operationId",
        "record-outcome",
        "summary",
        "Records what came of a contact, or a verdict on a score. 'outcome' is one of "
            + OutcomeForm.OUTCOMES
            + ".",
        "parameters",
        List.of(key("the same for the same outcome said again: it counts once")),
        "requestBody",
        Map.of("required", true, "content", content(Api.JSON, body)),
        "responses",
        answers);
  }

  private static Map<String, Object> taking() {
    Map<String, Object> answers = new LinkedHashMap<>();
    Map<String, Object> ids = Map.of("type", "array", "items", Map.of("type", TEXT));
    answers.put(
        "202",
        answer(
            "all are on the log, under these ids",
            Api.JSON,
            Map.of("type", "object", "properties", Map.of("events", ids))));
    answers.putAll(problems("400", "401", "403", "413", "415", "429", "503"));
    Map<String, Object> event = new LinkedHashMap<>(schema(EventForm.class));
    event.put("additionalProperties", true);
    event.put("required", List.of("type", "source", "data"));
    Map<String, Object> body =
        Map.of(
            "oneOf",
            List.of(event, Map.of("type", "array", "maxItems", EventForm.MOST, "items", event)));
    Map<String, Object> content = new LinkedHashMap<>();
    Api.EVENT_TYPES.forEach(it -> content.putAll(content(it, body)));
    return Map.of(
        "operationId",
        "put-events",
        "summary",
        "Puts facts on the log, all or none: CloudEvents in JSON, one or a list, whose 'data' has"
            + " the fields of the record's schema. 'type' is one of "
            + FactReader.types()
            + ".",
        "parameters",
        List.of(key("ids are made of it where events have none: said again, they count once")),
        "requestBody",
        Map.of("required", true, "content", content),
        "responses",
        answers);
  }

  private static Map<String, Object> key(String meaning) {
    return Map.of(
        "in",
        "header",
        "name",
        Api.KEY,
        "required",
        false,
        "description",
        meaning,
        "schema",
        Map.of("type", TEXT));
  }

  /** What a form holds, by its components. */
  private static Map<String, Object> schema(Class<?> form) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent it : form.getRecordComponents()) {
      Class<?> type = it.getType();
      properties.put(it.getName(), type.isRecord() ? schema(type) : Map.of("type", name(type)));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    return schema;
  }

  private static String name(Class<?> type) {
    if (type == Integer.class) {
      return "integer";
    }
    if (type == Boolean.class) {
      return "boolean";
    }
    return Map.class.isAssignableFrom(type) ? "object" : TEXT;
  }

  private static Map<String, Object> problems(String... statuses) {
    Map<String, Object> problems = new LinkedHashMap<>();
    for (String status : statuses) {
      problems.put(status, answer("why not", Api.PROBLEM_JSON, Map.of("type", "object")));
    }
    return problems;
  }

  private static Map<String, Object> answer(
      String meaning, String type, Map<String, Object> schema) {
    return Map.of("description", meaning, "content", content(type, schema));
  }

  private static Map<String, Object> content(String type, Map<String, Object> schema) {
    return Map.of(type, Map.of("schema", schema));
  }

  private static Map<String, Object> parameter(
      boolean isNeeded, String name, String meaning, Kind kind) {
    return Map.of(
        "in",
        "query",
        "name",
        name,
        "required",
        isNeeded,
        "description",
        meaning,
        "schema",
        schema(kind));
  }

  private static Map<String, Object> schema(Kind kind) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", kind.type());
    if (kind.format() != null) {
      schema.put("format", kind.format());
    }
    return schema;
  }
}
