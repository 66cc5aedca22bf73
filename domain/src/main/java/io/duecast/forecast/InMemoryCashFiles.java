package io.duecast.forecast;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files that are gone with the process. */
public final class InMemoryCashFiles implements CashFiles {
  private final Map<String, Map<String, CashItem>> items = new HashMap<>();
  private final Map<String, CashCustomer> customers = new HashMap<>();
  private CashTally tally = CashTally.NONE;

  @Override
  public @Nullable CashItem item(CustomerId customer, InvoiceId invoice) {
    return items.getOrDefault(customer.value(), Map.of()).get(invoice.value());
  }

  @Override
  public void put(CustomerId customer, CashItem item) {
    items
        .computeIfAbsent(customer.value(), it -> new TreeMap<>())
        .put(item.invoice().value(), item);
  }

  @Override
  public void forget(CustomerId customer, InvoiceId invoice) {
    items.getOrDefault(customer.value(), new HashMap<>()).remove(invoice.value());
  }

  @Override
  public List<CashItem> items(CustomerId customer) {
    List<CashItem> all = new ArrayList<>(items.getOrDefault(customer.value(), Map.of()).values());
    all.sort(Comparator.comparing(it -> it.invoice().value()));
    return all;
  }

  @Override
  public CashCustomer customer(CustomerId customer) {
    return customers.getOrDefault(customer.value(), CashCustomer.NONE);
  }

  @Override
  public void put(CustomerId customer, CashCustomer known) {
    customers.put(customer.value(), known);
  }

  @Override
  public List<CustomerId> customers() {
    TreeSet<String> ids = new TreeSet<>(customers.keySet());
    ids.addAll(items.keySet());
    return ids.stream().map(CustomerId::new).toList();
  }

  @Override
  public CashTally tally() {
    return tally;
  }

  @Override
  public void put(CashTally now) {
    tally = now;
  }
}
