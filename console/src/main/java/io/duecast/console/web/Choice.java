package io.duecast.console.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen of figures.
 *
 * @param currency null for the first that there is
 * @param entity null for all
 * @param segment null for all
 * @param asOf of the figures and their history; null for the last day that ended. What is open now
 *     by risk and when it is expected is always as of now
 * @param days up to that one
 */
record Choice(
    @Nullable String currency,
    @Nullable String entity,
    @Nullable String segment,
    @Nullable LocalDate asOf,
    int days) {
  /** For what is of this entity and this segment, with what comes after. */
  @Nullable Object[] values(Object... more) {
    List<@Nullable Object> all = new ArrayList<>(Arrays.asList(entity, entity, segment, segment));
    all.addAll(List.of(more));
    return all.toArray();
  }

  /**
   * The currency chosen, or the first of those that there are; null if there is none.
   *
   * @param rows with a {@code currency} each
   */
  @Nullable String currencyOf(List<Map<String, @Nullable Object>> rows) {
    return currency != null || rows.isEmpty() ? currency : (String) rows.getFirst().get("currency");
  }
}
