package io.duecast.streams.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.dunning.DunnedCustomer;
import io.duecast.dunning.DunnedInvoice;
import io.duecast.dunning.DunningFiles;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The desk's files in the stores of one task. */
final class StoredDunningFiles implements DunningFiles {
  /** Stands in no id that an ERP writes, and sorts before all that do. */
  private static final char END = '\u0000';

  private final KeyValueStore<String, DunnedCustomer> customers;
  private final KeyValueStore<String, DunnedInvoice> invoices;
  private final KeyValueStore<String, String> looks;

  StoredDunningFiles(ProcessorContext<?, ?> context) {
    this.customers = context.getStateStore(DunningStores.CUSTOMERS);
    this.invoices = context.getStateStore(DunningStores.INVOICES);
    this.looks = context.getStateStore(DunningStores.LOOKS);
  }

  @Override
  public DunnedCustomer customer(CustomerId id) {
    DunnedCustomer known = customers.get(id.value());
    return known == null ? DunnedCustomer.unheardOf(id) : known;
  }

  @Override
  public void put(DunnedCustomer customer) {
    DunnedCustomer was = customers.get(customer.id().value());
    if (customer.equals(was)) {
      return;
    }
    customers.put(customer.id().value(), customer);
    LocalDate before = was == null ? null : was.lookOn();
    if (!Objects.equals(before, customer.lookOn())) {
      move(before, customer.lookOn(), customer.id());
    }
  }

  private void move(@Nullable LocalDate before, @Nullable LocalDate now, CustomerId id) {
    if (before != null) {
      looks.delete(before.toString() + END + id);
    }
    if (now != null) {
      looks.put(now.toString() + END + id, id.value());
    }
  }

  @Override
  public DunnedInvoice invoice(CustomerId customer, InvoiceId id) {
    DunnedInvoice known = invoices.get(key(customer, id));
    return known == null ? DunnedInvoice.unheardOf(customer, id) : known;
  }

  @Override
  public List<DunnedInvoice> invoices(CustomerId customer) {
    String from = customer.value() + END;
    return values(invoices.range(from, customer.value() + (char) (END + 1)));
  }

  @Override
  public void put(DunnedInvoice invoice) {
    invoices.put(key(invoice.customer(), invoice.id()), invoice);
  }

  @Override
  public void forget(DunnedInvoice invoice) {
    invoices.delete(key(invoice.customer(), invoice.id()));
  }

  @Override
  public List<CustomerId> dueBy(LocalDate day) {
    return values(looks.range(null, day.plusDays(1).toString())).stream()
        .map(CustomerId::new)
        .sorted()
        .toList();
  }

  @Override
  public List<CustomerId> everybody() {
    return values(customers.all()).stream().map(DunnedCustomer::id).sorted().toList();
  }

  private static <V> List<V> values(KeyValueIterator<String, V> open) {
    List<V> values = new ArrayList<>();
    try (open) {
      open.forEachRemaining(it -> values.add(it.value));
    }
    return values;
  }

  private static String key(CustomerId customer, InvoiceId invoice) {
    return customer.value() + END + invoice.value();
  }
}
