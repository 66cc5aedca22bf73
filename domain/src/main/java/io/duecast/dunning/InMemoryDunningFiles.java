package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files for a fold without Kafka: a dry run, or the slow twin in a test. */
public final class InMemoryDunningFiles implements DunningFiles {
  private final Map<CustomerId, DunnedCustomer> customers = new TreeMap<>();
  private final Map<CustomerId, TreeMap<String, DunnedInvoice>> invoices = new HashMap<>();
  private final TreeMap<LocalDate, TreeSet<CustomerId>> agenda = new TreeMap<>();

  @Override
  public DunnedCustomer customer(CustomerId id) {
    DunnedCustomer known = customers.get(id);
    return known == null ? DunnedCustomer.unheardOf(id) : known;
  }

  @Override
  public void put(DunnedCustomer customer) {
    DunnedCustomer was = customers.put(customer.id(), customer);
    note(was == null ? null : was.lookOn(), customer.lookOn(), customer.id());
  }

  private void note(@Nullable LocalDate was, @Nullable LocalDate is, CustomerId id) {
    if (was != null && !was.equals(is)) {
      agenda.computeIfPresent(
          was,
          (day, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
          });
    }
    if (is != null && !is.equals(was)) {
      agenda.computeIfAbsent(is, day -> new TreeSet<>()).add(id);
    }
  }

  @Override
  public DunnedInvoice invoice(CustomerId customer, InvoiceId id) {
    TreeMap<String, DunnedInvoice> its = invoices.get(customer);
    DunnedInvoice known = its == null ? null : its.get(id.value());
    return known == null ? DunnedInvoice.unheardOf(customer, id) : known;
  }

  @Override
  public List<DunnedInvoice> invoices(CustomerId customer) {
    TreeMap<String, DunnedInvoice> its = invoices.get(customer);
    return its == null ? List.of() : List.copyOf(its.values());
  }

  @Override
  public void put(DunnedInvoice invoice) {
    invoices
        .computeIfAbsent(invoice.customer(), it -> new TreeMap<>())
        .put(invoice.id().value(), invoice);
  }

  @Override
  public void forget(DunnedInvoice invoice) {
    TreeMap<String, DunnedInvoice> its = invoices.get(invoice.customer());
    if (its != null) {
      its.remove(invoice.id().value());
    }
  }

  @Override
  public List<CustomerId> dueBy(LocalDate day) {
    return agenda.headMap(day, true).values().stream()
        .flatMap(TreeSet::stream)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  @Override
  public List<CustomerId> everybody() {
    return List.copyOf(customers.keySet());
  }
}
