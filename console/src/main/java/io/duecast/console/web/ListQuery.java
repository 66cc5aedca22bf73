package io.duecast.console.web;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database for a part of a list. A page begins after a row, not after so many of them: the
 * thousandth page costs as much as the first, and what is inserted meanwhile moves nothing. Rows
 * with a value to sort by and rows without are asked for apart, in the order of an index that
 * serves both; it says nothing of nulls, and neither does the index.
 */
final class ListQuery {
  private static final String SORTED = "sorted_by";
  private static final int FETCHED = 1000;

  private final Listing listing;
  private final Asked asked;

  ListQuery(Listing listing, Asked asked) {
    this.listing = listing;
    this.asked = asked;
  }

  /** One row more than is wanted tells whether there is a next part. */
  Rows run(Handle handle) {
    int wanted = asked.limit() + 1;
    List<Found> found = new ArrayList<>();
    Cursor after = asked.after();
    if (after == null || after.value() != null) {
      found.addAll(find(handle, false, after, wanted));
    }
    if (found.size() < wanted) {
      boolean isAmongThem = after != null && after.value() == null;
      found.addAll(find(handle, true, isAmongThem ? after : null, wanted - found.size()));
    }
    boolean isMore = found.size() == wanted;
    List<Found> shown = isMore ? found.subList(0, asked.limit()) : found;
    return new Rows(
        shown.stream().map(Found::row).toList(), isMore ? shown.getLast().cursor().text() : null);
  }

  /** All rows from there on, one after the other as the database hands them out. */
  <X extends Exception> void each(Handle handle, Taker<X> taker) throws X {
    Cursor after = asked.after();
    boolean isWithout = after != null && after.value() == null;
    if (!isWithout) {
      each(handle, false, after, taker);
    }
    each(handle, true, isWithout ? after : null, taker);
  }

  private <X extends Exception> void each(
      Handle handle, boolean isWithout, @Nullable Cursor after, Taker<X> taker) throws X {
    try (Query query = query(handle, "", isWithout, after, null);
        ResultIterator<Found> rows =
            query.setFetchSize(FETCHED).map((row, context) -> found(row)).iterator()) {
      while (rows.hasNext()) {
        taker.take(rows.next().row());
      }
    }
  }

  /** Who gets rows. */
  @FunctionalInterface
  interface Taker<X extends Exception> {
    void take(Map<String, @Nullable Object> row) throws X;
  }

  /** A file with the columns of the list. */
  Sheet begin(Format format, OutputStream to) throws IOException {
    return Sheet.begin(format, listing.path(), listing.columns(), to);
  }

  private record Found(Map<String, @Nullable Object> row, Cursor cursor) {}

  private List<Found> find(Handle handle, boolean isWithout, @Nullable Cursor after, int limit) {
    return query(handle, "", isWithout, after, limit).map((row, context) -> found(row)).list();
  }

  /**
   * One question.
   *
   * @param about what is asked of it; nothing for its rows
   * @param isWithout whether for rows without a value to sort by
   * @param limit null for all rows
   */
  Query query(
      Handle handle,
      String about,
      boolean isWithout,
      @Nullable Cursor after,
      @Nullable Integer limit) {
    Query query = handle.createQuery(about + sql(isWithout, after));
    int place = 0;
    for (Filter filter : listing.filters()) {
      Object value = asked.filters().get(filter);
      if (value != null) {
        query.bind(place++, value);
      }
    }
    if (after != null) {
      if (after.value() != null) {
        query.bind(place++, after.value()).bind(place++, after.value());
      }
      for (String part : after.key()) {
        query.bind(place++, part);
      }
    }
    return query.bind(place, limit);
  }

  private String sql(boolean isWithout, @Nullable Cursor after) {
    Sort sort = asked.sort();
    List<String> conditions = new ArrayList<>(List.of(listing.where()));
    for (Filter filter : listing.filters()) {
      if (asked.filters().containsKey(filter)) {
        conditions.add("(" + filter.condition() + ")");
      }
    }
    conditions.add(sort.sql() + (isWithout ? " is null" : " is not null"));
    if (after != null) {
      conditions.add(beyond(sort, after.value() == null));
    }
    String columns = "";
    for (Column column : listing.columns()) {
      columns += column.sql() + " as \"" + column.name() + "\", ";
    }
    String keys = "";
    for (int i = 0; i < listing.key().size(); i++) {
      keys += ", " + listing.key().get(i) + " as key_" + i;
    }
    return "select %s(%s)::text as %s%s from %s where %s order by %s, %s limit ?"
        .formatted(
            columns,
            sort.sql(),
            SORTED,
            keys,
            listing.from(),
            String.join(" and ", conditions),
            sort.sql() + (sort.isFalling() ? " desc" : ""),
            String.join(", ", listing.key()));
  }

  private String beyond(Sort sort, boolean isWithout) {
    String marks = "?" + ", ?".repeat(listing.key().size() - 1);
    String laterKey = "(" + String.join(", ", listing.key()) + ") > (" + marks + ")";
    if (isWithout) {
      return laterKey;
    }
    String sign = sort.isFalling() ? "<" : ">";
    String value = "cast(? as " + sort.cast() + ")";
    return "%1$s %2$s= %3$s and (%1$s %2$s %3$s or %4$s)"
        .formatted(sort.sql(), sign, value, laterKey);
  }

  private Found found(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : listing.columns()) {
      values.put(column.name(), Values.of(row, column.name(), column.kind()));
    }
    List<String> key = new ArrayList<>();
    for (int i = 0; i < listing.key().size(); i++) {
      key.add(row.getString("key_" + i));
    }
    return new Found(values, new Cursor(Asked.name(asked.sort()), row.getString(SORTED), key));
  }
}
