package io.duecast.console.web;

import static io.duecast.console.web.Details.column;
import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who was right, model or collector. A model says late from a probability of one half on; a
 * collector says the same by agreeing, and the opposite by disagreeing. Only invoices of which it
 * is known whether they were late decide, and only what was said before anybody could see that.
 */
final class Verdicts {
  private static final List<Column> FIGURES =
      List.of(
          column("verdicts", "count(*)", COUNT),
          column("decided", "count(*) filter (where v.was_late is not null)", COUNT),
          column("agreed", decided("v.agrees"), COUNT),
          column("bothRight", decided("v.agrees and v.model_says_late = v.was_late"), COUNT),
          column("disagreed", decided("not v.agrees"), COUNT),
          column(
              "collectorRight",
              decided("not v.agrees and v.collector_says_late = v.was_late"),
              COUNT),
          column("modelRight", decided("not v.agrees and v.model_says_late = v.was_late"), COUNT));

  private Verdicts() {}

  private static String decided(String condition) {
    return "count(*) filter (where v.was_late is not null and " + condition + ")";
  }

  static Map<String, @Nullable Object> of(Handle handle) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("total", Details.rows(handle, FIGURES, "verdicts v").getFirst());
    all.put("byBand", by(handle, "band", "v.band"));
    all.put("byAgent", by(handle, "agent", "v.agent"));
    all.put("byModel", by(handle, "model", "v.model"));
    return all;
  }

  private static List<Map<String, @Nullable Object>> by(Handle handle, String name, String sql) {
    List<Column> columns = new ArrayList<>();
    columns.add(column(name, sql, TEXT));
    columns.addAll(FIGURES);
    return Details.rows(handle, columns, "verdicts v group by 1 order by 2 desc, 1");
  }
}
