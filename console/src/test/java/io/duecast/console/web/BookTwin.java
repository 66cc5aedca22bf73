package io.duecast.console.web;

import io.duecast.console.SimulatedBook.Written;
import io.duecast.insight.Group;
import io.duecast.insight.Kpi;
import io.duecast.insight.KpiPeriod;
import io.duecast.insight.PortfolioDay;
import io.duecast.insight.PortfolioHistory;
import io.duecast.money.Money;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import io.duecast.risk.RiskAssessed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the console should say of some records: slow, obvious, and without a database. */
final class BookTwin {
  private final Map<String, ReceivableChanged> standings = new TreeMap<>();
  private final Map<String, RiskAssessed> risks = new HashMap<>();
  private final PortfolioHistory portfolio = new PortfolioHistory();

  static BookTwin of(List<Written> records) {
    BookTwin twin = new BookTwin();
    records.forEach(it -> twin.hear(it.value()));
    return twin;
  }

  private void hear(Object value) {
    switch (value) {
      case ReceivableChanged it -> standings.put(it.customer() + "/" + it.invoice(), it);
      case RiskAssessed it -> risks.put(it.customer() + "/" + it.invoice(), it);
      case PortfolioDay it -> portfolio.add(it);
      default -> {}
    }
  }

  /** One line for each invoice: id, state, balance, band, what is expected late. */
  List<String> invoices() {
    List<String> lines = new ArrayList<>();
    standings.forEach(
        (id, line) -> {
          RiskAssessed risk = risks.get(id);
          Standing after = line.after();
          lines.add(
              "%s %s %s %s %s %s"
                  .formatted(
                      id,
                      after.status(),
                      after.dueOn(),
                      amount(after.balance()),
                      risk == null ? null : risk.band(),
                      risk == null ? null : expectedLate(after, risk)));
        });
    return lines;
  }

  private static String amount(Money money) {
    return money == null ? null : Values.money(money.amount());
  }

  /** To four decimals, half up; the probability to the 15 digits that PostgreSQL reads of it. */
  static String expectedLate(Standing after, RiskAssessed risk) {
    if (!after.isOpen() || after.balance() == null || !after.balance().isPositive()) {
      return null;
    }
    BigDecimal probability =
        new BigDecimal(risk.probabilityLate()).round(new MathContext(15, RoundingMode.HALF_EVEN));
    return Values.money(
        after.balance().amount().multiply(probability).setScale(4, RoundingMode.HALF_UP));
  }

  /** The figures of a currency up to the last day that ended. */
  Map<String, String> figures(String currency, int days) {
    Map<String, String> figures = new TreeMap<>();
    portfolio
        .by(group -> new Group(group.currency(), "", ""))
        .forEach(
            (group, history) -> {
              if (group.currency().equals(currency)) {
                figures.putAll(figures(history, days));
              }
            });
    return figures;
  }

  private static Map<String, String> figures(
      NavigableMap<LocalDate, PortfolioDay> history, int days) {
    KpiPeriod period = KpiPeriod.of(history, history.lastKey(), days);
    Map<String, String> figures = new TreeMap<>();
    for (Kpi kpi : Kpi.values()) {
      Kpi.Quotient quotient = kpi.of(period);
      figures.put(kpi.name(), quotient == null ? "null" : quotient.value().toPlainString());
    }
    return figures;
  }
}
