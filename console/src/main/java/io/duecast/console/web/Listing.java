package io.duecast.console.web;

import java.util.List;
import java.util.Optional;

/**
 * A list that can be asked for.
 *
 * @param path under the API's own
 * @param from tables and joins
 * @param where what always holds
 * @param key columns that tell its rows apart, as SQL; texts
 * @param sorts the first is the usual one
 */
record Listing(
    String path,
    String meaning,
    List<Column> columns,
    String from,
    String where,
    List<String> key,
    List<Filter> filters,
    List<Sort> sorts) {
  Listing {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
  }

  Optional<Filter> filter(String name) {
    return filters.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  Optional<Sort> sort(String name) {
    boolean isReversed = name.startsWith("-");
    String bare = isReversed ? name.substring(1) : name;
    return sorts.stream()
        .filter(it -> it.name().equals(bare))
        .findFirst()
        .map(it -> isReversed ? it.reversed() : it);
  }
}
