package io.duecast.console.web;

import static io.duecast.console.web.Details.column;
import static io.duecast.console.web.Kind.COUNT;
import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.NUMBER;
import static io.duecast.console.web.Kind.TEXT;

import io.duecast.insight.AgingBucket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The reserve for credit losses in one currency at the end of a day: the provision matrix by group
 * and ageing bucket, how the reserve came there, and its history; of the same entity and segment,
 * if one is chosen.
 */
final class ReservesDetail {
  private static final String CHOSEN =
      " (?::text is null or r.entity = ?) and (?::text is null or r.segment = ?) and r.currency ="
          + " ?";
  private static final List<Column> CURRENCIES =
      List.of(column("currency", "r.currency", TEXT), column("exposure", "sum(r.exposure)", MONEY));
  private static final List<Column> CELLS =
      List.of(
          column("entity", "r.entity", TEXT),
          column("segment", "r.segment", TEXT),
          column("bucket", "b.place", COUNT),
          column("exposure", "r.exposures[b.place]", MONEY),
          column("rate", "r.rates[b.place]", NUMBER),
          column("reserve", "r.reserves[b.place]", MONEY));
  private static final List<Column> SUMS =
      List.of(
          column("exposure", "coalesce(sum(exposure), 0)", MONEY),
          column("reserve", "coalesce(sum(reserve), 0)", MONEY),
          column("rate", "sum(reserve) / nullif(sum(exposure), 0)", NUMBER));
  private static final List<Column> MATRIX =
      List.of(
          column("bucket", "(array['" + titles() + "'])[b.place]", TEXT),
          column("exposure", "sum(r.exposures[b.place])", MONEY),
          column(
              "rate",
              "coalesce(sum(r.exposures[b.place] * r.rates[b.place]) /"
                  + " nullif(sum(r.exposures[b.place]), 0), case when count(*) = 1 then"
                  + " max(r.rates[b.place]) end)",
              NUMBER),
          column("reserve", "sum(r.reserves[b.place])", MONEY));
  private static final List<Column> GROUPS =
      List.of(
          column("entity", "r.entity", TEXT),
          column("segment", "r.segment", TEXT),
          column("exposure", "r.exposure", MONEY),
          column("rate", "r.reserve / nullif(r.exposure, 0)", NUMBER),
          column("reserve", "r.reserve", MONEY));
  private static final List<Column> HISTORY =
      List.of(
          column("day", "r.day", DAY),
          column("exposure", "sum(r.exposure)", MONEY),
          column("reserve", "sum(r.reserve)", MONEY));
  private static final List<Column> MOVEMENT =
      List.of(
          column("opening", "sum(r.opening) filter (where r.is_first)", MONEY),
          column("byReceivables", "sum(r.by_receivables)", MONEY),
          column("byRates", "sum(r.by_rates)", MONEY),
          column("used", "sum(r.used)", MONEY),
          column("usedNegated", "-sum(r.used)", MONEY),
          column("charge", "sum(r.by_receivables) + sum(r.by_rates)", MONEY),
          column(
              "closing",
              "sum(r.opening) filter (where r.is_first) + sum(r.by_receivables) + sum(r.by_rates) -"
                  + " sum(r.used)",
              MONEY));
  private static final List<Column> BASIS =
      List.of(
          column("forwardLooking", "max(r.forward_looking)", NUMBER),
          column("observedDays", "max(r.observed_days)", COUNT));

  private ReservesDetail() {}

  static Map<String, @Nullable Object> of(Handle handle, Choice choice) {
    List<Map<String, @Nullable Object>> currencies =
        Details.rows(
            handle,
            CURRENCIES,
            "reserves_by_day r join (select currency, max(day) as day from reserve_positions group"
                + " by currency) l using (currency, day) group by 1 order by 2 desc, 1");
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("currencies", currencies);
    String currency = choice.currencyOf(currencies);
    all.put("currency", currency);
    LocalDate day = currency == null ? null : day(handle, choice, currency);
    all.put("asOf", day == null ? null : day.toString());
    all.put("days", choice.days());
    if (currency != null && day != null) {
      add(handle, choice, currency, day, all);
    }
    return all;
  }

  private static @Nullable LocalDate day(Handle handle, Choice choice, String currency) {
    return handle
        .select(
            "select max(day) from reserve_positions where currency = ? and (?::date is null or day"
                + " <= ?)",
            currency,
            choice.asOf(),
            choice.asOf())
        .mapTo(LocalDate.class)
        .findOne()
        .orElse(null);
  }

  private static String titles() {
    List<String> titles = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      titles.add(bucket.title());
    }
    return String.join("', '", titles);
  }

  private static void add(
      Handle handle,
      Choice choice,
      String currency,
      LocalDate day,
      Map<String, @Nullable Object> all) {
    LocalDate first = day.minusDays(choice.days() - 1L);
    all.put(
        "cells",
        Details.rows(
            handle,
            CELLS,
            "reserve_positions r cross join generate_series(1, 5) b(place) where"
                + CHOSEN
                + " and r.day = ? order by r.entity, r.segment, b.place",
            choice.values(currency, day)));
    all.put(
        "matrix",
        Details.rows(
            handle,
            MATRIX,
            "reserve_positions r cross join generate_series(1, 5) b(place) where"
                + CHOSEN
                + " and r.day = ? group by b.place order by b.place",
            choice.values(currency, day)));
    String onDay = "reserves_by_day r where" + CHOSEN + " and r.day = ?";
    all.put("total", Details.rows(handle, SUMS, onDay, choice.values(currency, day)).getFirst());
    all.put(
        "groups",
        Details.rows(
            handle,
            GROUPS,
            onDay + " order by r.exposure desc, r.segment, r.entity",
            choice.values(currency, day)));
    all.put(
        "movement",
        Details.rows(
                handle,
                MOVEMENT,
                "(select p.*, row_number() over (partition by p.currency, p.entity, p.segment order"
                    + " by p.day) = 1 as is_first from reserve_positions p where p.day between ?"
                    + " and ?) r where"
                    + CHOSEN,
                first,
                day,
                choice.entity(),
                choice.entity(),
                choice.segment(),
                choice.segment(),
                currency)
            .getFirst());
    all.put(
        "basis",
        Details.rows(
                handle,
                BASIS,
                "reserve_positions r where" + CHOSEN + " and r.day = ?",
                choice.values(currency, day))
            .getFirst());
    all.put(
        "history",
        Details.rows(
            handle,
            HISTORY,
            "reserves_by_day r where"
                + CHOSEN
                + " and r.day between ? and ? group by r.day order by r.day",
            choice.values(currency, first, day)));
  }
}
