package io.duecast.reserve;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.insight.Lost;
import io.duecast.insight.PortfolioDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is owed at the end of each day, and what was lost, and says which part of it is not
 * expected to come in.
 */
public final class ReserveDesk {
  private final ReserveBooks books;
  private final ReservePolicy policy;
  private final Rates rates;

  public ReserveDesk(ReserveBooks books, ReservePolicy policy) {
    this.books = books;
    this.policy = policy;
    this.rates = new Rates(policy);
  }

  /**
   * The end of a day. One that is not after all that was told before is passed over: history that
   * comes late changes no reserve.
   *
   * @param day its groups, all of them; a group that is known and not among them owes nothing
   * @return by group, those with something reserved, used or released
   */
  public List<ReservePosition> after(Collection<PortfolioDay> day) {
    if (day.isEmpty()) {
      return List.of();
    }
    Map<Group, PortfolioDay> today = new TreeMap<>();
    day.forEach(it -> today.put(it.group(), it));
    PortfolioDay any = day.iterator().next();
    if (!any.day().isAfter(latest())) {
      return List.of();
    }
    take(today, any.day());
    Map<String, Experience> all = byCurrency();
    List<ReservePosition> told = new ArrayList<>();
    for (Group group : books.groups()) {
      ReserveAccount account = books.account(group);
      PortfolioDay now = today.get(group);
      if (now == null && (account.latest() == null || account.latest().closing().signum() == 0)) {
        forgetIfOver(group, account);
        continue;
      }
      ReservePosition position =
          position(group, account, now, any, all.getOrDefault(group.currency(), Experience.NONE));
      books.put(group, account.telling(position));
      told.add(position);
    }
    return told;
  }

  private LocalDate latest() {
    LocalDate latest = LocalDate.MIN;
    for (Group group : books.groups()) {
      ReservePosition told = books.account(group).latest();
      latest = told != null && told.day().isAfter(latest) ? told.day() : latest;
    }
    return latest;
  }

  private void take(Map<Group, PortfolioDay> today, LocalDate day) {
    LocalDate begin = day.withDayOfMonth(1).minusMonths(policy.windowMonths());
    today.forEach((group, now) -> books.put(group, books.account(group).plus(now)));
    for (Group group : books.groups()) {
      books.put(group, books.account(group).since(begin));
    }
  }

  private void forgetIfOver(Group group, ReserveAccount account) {
    if (account.isOver()) {
      books.forget(group);
    }
  }

  private Map<String, Experience> byCurrency() {
    Map<String, ReserveAccount> all = new HashMap<>();
    for (Group group : books.groups()) {
      all.merge(group.currency(), books.account(group), ReserveAccount::beside);
    }
    Map<String, Experience> experience = new HashMap<>();
    all.forEach((currency, account) -> experience.put(currency, account.experience()));
    return experience;
  }

  private ReservePosition position(
      Group group,
      ReserveAccount account,
      @Nullable PortfolioDay now,
      PortfolioDay any,
      Experience all) {
    List<BigDecimal> its = rates.of(account.experience(), all);
    List<ReserveCell> cells = new ArrayList<>();
    for (AgingBucket bucket : AgingBucket.values()) {
      BigDecimal exposure = now == null ? BigDecimal.ZERO : now.open(bucket);
      BigDecimal rate = rates.forwardLooking(its.get(bucket.place()));
      cells.add(new ReserveCell(exposure, rate, product(group, exposure, rate)));
    }
    Lost lost = now == null ? Lost.NONE : now.lost();
    return new ReservePosition(
        any.day(),
        group,
        cells,
        movement(group, account.latest(), cells, lost.givenUp().subtract(lost.recovered())),
        policy.forwardLooking(),
        all.days(),
        any.recordedAt(),
        any.replayed());
  }

  /** First the receivables change under the rates that were, then the rates. */
  private static ReserveMovement movement(
      Group group, @Nullable ReservePosition before, List<ReserveCell> cells, BigDecimal used) {
    BigDecimal opening = before == null ? BigDecimal.ZERO : before.closing();
    BigDecimal underRatesBefore = BigDecimal.ZERO;
    BigDecimal closing = BigDecimal.ZERO;
    for (AgingBucket bucket : AgingBucket.values()) {
      ReserveCell cell = cells.get(bucket.place());
      BigDecimal rate = before == null ? cell.rate() : before.cell(bucket).rate();
      underRatesBefore = underRatesBefore.add(product(group, cell.exposure(), rate));
      closing = closing.add(cell.reserve());
    }
    return new ReserveMovement(
        opening,
        underRatesBefore.subtract(opening).add(used),
        closing.subtract(underRatesBefore),
        used);
  }

  /** To the smallest unit of the currency. */
  static BigDecimal product(Group group, BigDecimal exposure, BigDecimal rate) {
    int decimals = Math.max(0, Currency.getInstance(group.currency()).getDefaultFractionDigits());
    return exposure.multiply(rate).setScale(decimals, RoundingMode.HALF_EVEN);
  }
}
