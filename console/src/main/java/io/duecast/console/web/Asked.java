package io.duecast.console.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a list.
 *
 * @param filters and the values that were given
 * @param after null for the beginning
 */
record Asked(Map<Filter, Object> filters, Sort sort, @Nullable Cursor after, int limit) {
  static final int USUAL = 50;
  static final int MOST = 500;
  private static final Set<String> OURS = Set.of("sort", "after", "limit", "format", "lang");

  Asked {
    filters = Map.copyOf(filters);
  }

  static Asked of(Listing listing, Map<String, List<String>> parameters) {
    Map<Filter, Object> filters = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (!OURS.contains(name)) {
            Filter filter =
                listing
                    .filter(name)
                    .orElseThrow(
                        () ->
                            Problem.badRequest(
                                "there is no parameter '%s'; there are %s and %s",
                                name, listing.filters().stream().map(Filter::name).toList(), OURS));
            if (!values.getFirst().isEmpty()) {
              filters.put(filter, value(filter, values.getFirst()));
            }
          }
        });
    String sorted = first(parameters, "sort");
    Sort sort =
        sorted == null
            ? listing.sorts().getFirst()
            : listing
                .sort(sorted)
                .orElseThrow(
                    () ->
                        Problem.badRequest(
                            "'sort' is one of %s, with '-' before it for the other way round",
                            listing.sorts().stream().map(Sort::name).toList()));
    String after = first(parameters, "after");
    Cursor cursor = after == null ? null : Cursor.parse(after, listing.key().size());
    if (cursor != null && !cursor.sort().equals(name(sort))) {
      throw Problem.badRequest("'after' is of a list that was sorted by %s", cursor.sort());
    }
    return new Asked(filters, sort, cursor, limit(first(parameters, "limit")));
  }

  static String name(Sort sort) {
    return sort.name() + (sort.isFalling() ? ":falling" : ":rising");
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw Problem.badRequest("'limit' is from 1 to %d", MOST);
    }
    return limit;
  }

  private static Object value(Filter filter, String text) {
    return switch (filter.kind()) {
      case DAY -> day(filter, text);
      case FLAG -> flag(filter, text);
      case TEXT, INSTANT, MONEY, NUMBER, COUNT, JSON -> text.replace('\u0000', '\uFFFD');
    };
  }

  private static LocalDate day(Filter filter, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Problem.badRequest("'%s' is a day such as 2026-03-31", filter.name());
    }
  }

  private static boolean flag(Filter filter, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw Problem.badRequest("'%s' is true or false", filter.name());
    }
    return text.equals("true");
  }

  private static @Nullable String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
  }
}
