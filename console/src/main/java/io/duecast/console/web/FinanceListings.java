package io.duecast.console.web;

import static io.duecast.console.web.Kind.DAY;
import static io.duecast.console.web.Kind.MONEY;
import static io.duecast.console.web.Kind.TEXT;

import java.util.List;

/** What finance reads: receivables by day, reserves, and the cash to come. */
final class FinanceListings {
  static final Listing PORTFOLIO_DAYS =
      new Listing(
          "portfolio-days",
          "What was owed at the end of each day, and what moved it; the latest first.",
          List.of(
              new Column("day", "p.day", DAY, "the day"),
              new Column("currency", "p.currency", TEXT, "ISO 4217"),
              new Column("entity", "p.entity", TEXT, "of the company; empty if it has one"),
              new Column("segment", "p.segment", TEXT, "of the customers; empty for none"),
              new Column("receivables", "p.receivables", MONEY, "open"),
              new Column("overdue", "p.overdue", MONEY, "of that, past due"),
              new Column("notOverdue", "p.not_overdue", MONEY, "not past due"),
              new Column("days1To30", "p.days_1_to_30", MONEY, "so many days past due"),
              new Column("days31To60", "p.days_31_to_60", MONEY, "likewise"),
              new Column("days61To90", "p.days_61_to_90", MONEY, "likewise"),
              new Column("daysOver90", "p.days_over_90", MONEY, "likewise"),
              new Column("billed", "p.billed", MONEY, "on the day"),
              new Column("cash", "p.cash", MONEY, "that came on the day"),
              new Column("credited", "p.credited", MONEY, "by credit notes"),
              new Column("writtenOff", "p.written_off", MONEY, "given up")),
          "receivables_by_day p",
          "true",
          List.of("p.currency", "p.entity", "p.segment"),
          List.of(
              new Filter("currency", "p.currency = ?", TEXT, "in one currency"),
              new Filter("entity", "p.entity = ?", TEXT, "of one entity"),
              new Filter("segment", "p.segment = ?", TEXT, "of one segment"),
              new Filter("from", "p.day >= ?", DAY, "that day or later"),
              new Filter("until", "p.day <= ?", DAY, "that day or earlier")),
          List.of(new Sort("day", "p.day", "date", true)));

  static final Listing RESERVE_POSITIONS =
      new Listing(
          "reserve-positions",
          "The reserve for credit losses at the end of each day, and what moved it.",
          List.of(
              new Column("day", "r.day", DAY, "the day"),
              new Column("currency", "r.currency", TEXT, "ISO 4217"),
              new Column("entity", "r.entity", TEXT, "of the company; empty for none"),
              new Column("segment", "r.segment", TEXT, "of the customers; empty for none"),
              new Column("exposure", "r.exposure", MONEY, "open"),
              new Column("reserve", "r.reserve", MONEY, "of that not expected to come in"),
              new Column("opening", "r.opening", MONEY, "the reserve before"),
              new Column("byReceivables", "r.by_receivables", MONEY, "as others are open"),
              new Column("byRates", "r.by_rates", MONEY, "as others are expected to be lost"),
              new Column("used", "r.used", MONEY, "written off, less what came back")),
          "reserves_by_day r",
          "true",
          List.of("r.currency", "r.entity", "r.segment"),
          List.of(
              new Filter("currency", "r.currency = ?", TEXT, "in one currency"),
              new Filter("entity", "r.entity = ?", TEXT, "of one entity"),
              new Filter("segment", "r.segment = ?", TEXT, "of one segment"),
              new Filter("from", "r.day >= ?", DAY, "that day or later"),
              new Filter("until", "r.day <= ?", DAY, "that day or earlier")),
          List.of(new Sort("day", "r.day", "date", true)));

  static final Listing CASH_FORECASTS =
      new Listing(
          "cash-forecasts",
          "What was said on each Monday of the thirteen weeks after it, and what came.",
          List.of(
              new Column("asOf", "f.as_of", DAY, "the Monday on which it was said"),
              new Column("currency", "f.currency", TEXT, "ISO 4217"),
              new Column("week", "f.week", DAY, "the Monday of the week it speaks of"),
              new Column("expected", "f.expected", MONEY, "the mean"),
              new Column("p10", "f.p10", MONEY, "so little comes one time in ten"),
              new Column("p50", "f.p50", MONEY, "the middle"),
              new Column("p90", "f.p90", MONEY, "so much comes one time in ten"),
              new Column("byDueDate", "f.by_due_date", MONEY, "if all pay on the due date"),
              new Column(
                  "byCustomerDelay", "f.by_customer_delay", MONEY, "if all are late as usual"),
              new Column("came", "o.came", MONEY, "of what was open then; null while to come")),
          "cash_forecast_weeks f left join cash_weeks_over o using (currency, week, away)",
          "true",
          List.of("f.currency", "lpad(f.away::text, 10, '0')"),
          List.of(
              new Filter("currency", "f.currency = ?", TEXT, "in one currency"),
              new Filter("asOf", "f.as_of = ?", DAY, "said on one Monday"),
              new Filter("week", "f.week = ?", DAY, "of one week")),
          List.of(new Sort("asOf", "f.as_of", "date", true)));

  private FinanceListings() {}
}
