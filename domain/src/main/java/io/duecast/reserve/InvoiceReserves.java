package io.duecast.reserve;

import static io.duecast.check.Check.require;

import io.duecast.insight.AgingBucket;
import io.duecast.insight.Group;
import io.duecast.insight.OpenItem;
import io.duecast.money.Apportionment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the cells of the matrix among their invoices by what is open, so that the invoices add up
 * to the matrix, and what is open to the receivables, to the cent.
 */
public final class InvoiceReserves {
  private InvoiceReserves() {}

  /**
   * The reserve of each invoice, in their order within group and bucket.
   *
   * @param positions of all groups at the end of a day
   * @param items open at the end of that day
   * @throws IllegalArgumentException if they do not add up to what the positions say is open
   */
  public static List<InvoiceReserve> of(
      Collection<ReservePosition> positions, Collection<OpenItem> items) {
    Map<Group, Map<AgingBucket, List<OpenItem>>> byCell = new HashMap<>();
    LocalDate day = positions.stream().map(ReservePosition::day).findAny().orElse(LocalDate.EPOCH);
    for (OpenItem item : items) {
      byCell
          .computeIfAbsent(item.group(), it -> new EnumMap<>(AgingBucket.class))
          .computeIfAbsent(item.bucket(day), it -> new ArrayList<>())
          .add(item);
    }
    List<InvoiceReserve> reserves = new ArrayList<>();
    for (ReservePosition position : positions) {
      Map<AgingBucket, List<OpenItem>> its = byCell.getOrDefault(position.group(), Map.of());
      for (AgingBucket bucket : AgingBucket.values()) {
        divide(position, bucket, its.getOrDefault(bucket, List.of()), reserves);
      }
    }
    return reserves;
  }

  private static void divide(
      ReservePosition position,
      AgingBucket bucket,
      List<OpenItem> items,
      List<InvoiceReserve> reserves) {
    ReserveCell cell = position.cell(bucket);
    List<BigDecimal> open = items.stream().map(OpenItem::open).toList();
    BigDecimal sum = open.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    require(
        sum.compareTo(cell.exposure()) == 0,
        "%s of %s, %s: the invoices add up to %s, the receivables are %s",
        position.group(),
        position.day(),
        bucket.title(),
        sum,
        cell.exposure());
    Currency currency = Currency.getInstance(position.group().currency());
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    List<BigDecimal> parts = Apportionment.of(cell.reserve(), decimals, open);
    for (int i = 0; i < items.size(); i++) {
      reserves.add(new InvoiceReserve(items.get(i), bucket, cell.rate(), parts.get(i)));
    }
  }
}
