package io.duecast.console.web;

import static io.duecast.console.web.Details.column;
import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.TEXT;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How many customers are in each risk segment, and how each segment pays, week by week. */
final class SegmentsDetail {
  private static final int WEEKS = 26;
  private static final List<Column> SEGMENTS =
      List.of(
          column("riskSegment", "s.risk_segment", TEXT),
          column("customers", "count(*)", COUNT),
          column("key", "count(*) filter (where s.worth = 'KEY')", COUNT),
          column("worsening", "count(*) filter (where s.trend = 'WORSENING')", COUNT),
          column("improving", "count(*) filter (where s.trend = 'IMPROVING')", COUNT));

  private SegmentsDetail() {}

  static Map<String, @Nullable Object> of(Handle handle) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put(
        "segments",
        Details.rows(handle, SEGMENTS, "customer_segments s group by 1 order by 2 desc, 1"));
    List<Map<String, @Nullable Object>> trends =
        Details.rows(
            handle,
            SegmentListings.SEGMENT_TRENDS.columns(),
            "segment_trends t where t.week > (select max(week) from segment_trends) - ? order by"
                + " t.week desc, t.risk_segment",
            7 * WEEKS);
    Collections.reverse(trends);
    all.put("trends", trends);
    return all;
  }
}
