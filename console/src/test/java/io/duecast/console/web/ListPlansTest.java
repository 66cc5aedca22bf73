package io.duecast.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.console.TestDatabase;
import io.duecast.console.database.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the database goes about the lists, over tables of some thousands of rows. */
class ListPlansTest {
  private static final int ROWS = 5_000;
  private static final List<String> FILLED =
      List.of(
          "insert into business_days values (0, '2026-03-02')",
          "insert into customers (customer, name, segment) select 'c' || n, 'Name ' || n %% 97, 's'"
              + " from generate_series(1, %d) n",
          "insert into invoices (customer, invoice, seller_entity, issued_on, due_on, currency,"
              + " payable, balance, status, probability_late, band) select 'c' || n %% 997, 'i' ||"
              + " n, 'e', date '2025-01-01' + n %% 400, date '2025-02-01' + n %% 410, case when n"
              + " %% 3 = 0 then 'USD' else 'EUR' end, n, n, case when n %% 4 = 0 then 'SETTLED'"
              + " else 'OPEN' end, case when n %% 11 <> 0 then n %% 100 / 100.0 end, 'LOW' from"
              + " generate_series(1, %d) n",
          "insert into reminders select 'r' || n, 1, 'c' || n %% 997, 'SENT', null, 'p', 1, 's',"
              + " 'EMAIL', 'TREATED', 1, date '2025-01-01' + n %% 400, now(), now(), now(), false"
              + " from generate_series(1, %d) n",
          "insert into outcomes select 'c' || n %% 997, 'e' || n, 'i' || n, 'OTHER', null, null,"
              + " null, null, null, 'phone', 'a', 60, date '2025-01-01' + n %% 400, 's', now() - n"
              + " %% 50 * interval '1 hour', false from generate_series(1, %d) n",
          "insert into model_releases select n, 'release ' || n, 'CHAMPION', 'm', null, now(),"
              + " null, 'PASSED', '[]', 't', 'gate', 1, '{}', now() from generate_series(1, %d) n",
          "insert into dead_letters select 't', n %% 4, n, null, 'r', 'd', 1, now(), now() - n %%"
              + " 50 * interval '1 hour' from generate_series(1, %d) n",
          "insert into refused_records select 't', n %% 4, n, now() - n %% 50 * interval '1 hour',"
              + " 'r' from generate_series(1, %d) n",
          "insert into portfolio_days select date '2020-01-01' + n %% 1700, 'EUR', 'e' || n, 's',"
              + " '{0,0,0,0,0}', '{0,0,0,0,0}', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,"
              + " 0, 0, now(), false from generate_series(1, %d) n",
          "insert into reserve_positions select date '2020-01-01' + n %% 1700, 'EUR', 'e' || n,"
              + " 's', '{0,0,0,0,0}', '{0,0,0,0,0}', '{0,0,0,0,0}', 0, 0, 0, 0, 1, 0, now(), false"
              + " from generate_series(1, %d) n",
          "insert into cash_forecast_weeks select case when n %% 3 = 0 then 'USD' else 'EUR' end,"
              + " date '1900-01-01' + n, n %% 13, date '1900-01-01' + n, 0, 0, 0, 0, 0, 0 from"
              + " generate_series(1, %d) n",
          "insert into customer_segments select 'c' || n, 1, now(), now(), 'LATE', 'KEY', 'STEADY',"
              + " '[]', 'firm', 30, null, null, n %% 5 + 1, 1, now(), false from"
              + " generate_series(1, %d) n",
          "insert into segment_moves select 'c' || n, n %% 4, date '2025-01-01' + n %% 400, 'NEW',"
              + " 'KEY', 'LATE', 'KEY', '[]', false from generate_series(1, %d) n",
          "insert into customer_outliers select 'c' || n, 'i' || n, 'PEERS', date '2025-01-01' + n"
              + " %% 400, 'LATE', '[]', false from generate_series(1, %d) n",
          "insert into segment_trends select 's' || n, date '2025-01-01' + n %% 400, 1, 1, null, 0,"
              + " 0, 'STEADY', null, false from generate_series(1, %d) n");

  private static Database database;

  @BeforeAll
  static void fill() throws Exception {
    database = Database.open(TestDatabase.fresh());
    database
        .writing()
        .useHandle(
            handle -> {
              FILLED.forEach(it -> handle.execute(it.formatted(ROWS)));
              handle.execute("analyze");
            });
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static Stream<String> asked() {
    List<String> all = new ArrayList<>();
    Listings.all().forEach(it -> all.add(it.path() + "?"));
    Listings.WORKLIST.sorts().forEach(it -> all.add("worklist?sort=" + it.name()));
    all.add("worklist?currency=EUR");
    all.add("invoices?sort=due");
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void theUsualOrderOfAListIsReadFromAnIndex(String asked) {
    for (boolean isWithout : List.of(false, true)) {
      for (boolean isLater : List.of(false, true)) {
        List<String> plan = plan(asked, isWithout, isLater);
        if (plan.stream().anyMatch(it -> it.contains("One-Time Filter: false"))) {
          continue; // of a column that always has a value none is without
        }
        List<String> aboveTheFirstScan =
            plan.stream().takeWhile(it -> !it.contains(" Scan")).toList();
        assertThat(aboveTheFirstScan)
            .as(String.join("\n", plan))
            .noneMatch(it -> it.contains("Sort"));
        assertThat(plan.get(aboveTheFirstScan.size())).contains("Index");
      }
    }
  }

  private static List<String> plan(String path, boolean isWithout, boolean isLater) {
    String[] parts = path.split("\\?", -1);
    Listing listing =
        Listings.all().stream().filter(it -> it.path().equals(parts[0])).findFirst().orElseThrow();
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!parts[1].isEmpty()) {
      String[] pair = parts[1].split("=", -1);
      parameters.put(pair[0], List.of(pair[1]));
    }
    Asked asked = Asked.of(listing, parameters);
    return database
        .writing()
        .inTransaction(
            handle -> {
              handle.execute("set local enable_seqscan = off");
              Cursor after = isLater ? cursor(handle, listing, asked, isWithout) : null;
              ListQuery list = new ListQuery(listing, asked);
              return list.query(handle, "explain ", isWithout, after, Asked.USUAL)
                  .mapTo(String.class)
                  .list();
            });
  }

  /** After the first page. */
  private static Cursor cursor(Handle handle, Listing listing, Asked asked, boolean isWithout) {
    String next = Objects.requireNonNull(new ListQuery(listing, asked).run(handle).next());
    Cursor cursor = Cursor.parse(next, listing.key().size());
    return isWithout ? new Cursor(cursor.sort(), null, cursor.key()) : cursor;
  }
}
