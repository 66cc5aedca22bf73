package io.duecast.streams.forecast;

import io.duecast.customer.CustomerId;
import io.duecast.forecast.CashCustomer;
import io.duecast.forecast.CashFiles;
import io.duecast.forecast.CashItem;
import io.duecast.forecast.CashTally;
import io.duecast.receivable.InvoiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The desk's files in the stores of one task. */
final class StoredCashFiles implements CashFiles {
  /** Stands in no id that an ERP writes, and sorts before all that do. */
  private static final char END = '\u0000';

  private static final String ALL = "all";

  private final KeyValueStore<String, CashItem> items;
  private final KeyValueStore<String, CashCustomer> customers;
  private final KeyValueStore<String, CashTally> tally;

  StoredCashFiles(ProcessorContext<?, ?> context) {
    this.items = context.getStateStore(ForecastStores.ITEMS);
    this.customers = context.getStateStore(ForecastStores.CUSTOMERS);
    this.tally = context.getStateStore(ForecastStores.TALLY);
  }

  @Override
  public @Nullable CashItem item(CustomerId customer, InvoiceId invoice) {
    return items.get(key(customer, invoice));
  }

  @Override
  public void put(CustomerId customer, CashItem item) {
    items.put(key(customer, item.invoice()), item);
  }

  @Override
  public void forget(CustomerId customer, InvoiceId invoice) {
    items.delete(key(customer, invoice));
  }

  @Override
  public List<CashItem> items(CustomerId customer) {
    List<CashItem> all = new ArrayList<>();
    try (KeyValueIterator<String, CashItem> its =
        items.range(customer.value() + END, customer.value() + (char) (END + 1))) {
      its.forEachRemaining(it -> all.add(it.value));
    }
    return all;
  }

  @Override
  public CashCustomer customer(CustomerId customer) {
    CashCustomer known = customers.get(customer.value());
    return known == null ? CashCustomer.NONE : known;
  }

  @Override
  public void put(CustomerId customer, CashCustomer known) {
    customers.put(customer.value(), known);
  }

  @Override
  public List<CustomerId> customers() {
    TreeSet<String> ids = new TreeSet<>();
    try (KeyValueIterator<String, CashCustomer> all = customers.all()) {
      all.forEachRemaining((KeyValue<String, CashCustomer> it) -> ids.add(it.key));
    }
    try (KeyValueIterator<String, CashItem> all = items.all()) {
      all.forEachRemaining(
          (KeyValue<String, CashItem> it) -> ids.add(it.key.substring(0, it.key.indexOf(END))));
    }
    return ids.stream().map(CustomerId::new).toList();
  }

  @Override
  public CashTally tally() {
    CashTally known = tally.get(ALL);
    return known == null ? CashTally.NONE : known;
  }

  @Override
  public void put(CashTally now) {
    tally.put(ALL, now);
  }

  private static String key(CustomerId customer, InvoiceId invoice) {
    return customer.value() + END + invoice.value();
  }
}
