package io.duecast.insight;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads the accounts line by line and keeps every open invoice, in the groups of the portfolio. */
public final class OpenItems {
  private final Map<CustomerId, CustomerPosition> customers = new HashMap<>();
  private final Map<CustomerId, Map<InvoiceId, ReceivableChanged>> open = new HashMap<>();

  /** Takes in one line. */
  public void after(ReceivableChanged line) {
    Standing standing = line.after();
    Map<InvoiceId, ReceivableChanged> its =
        open.computeIfAbsent(
            line.customer(), it -> new TreeMap<>(Comparator.comparing(InvoiceId::value)));
    if (standing.isOpen() && standing.payable() != null) {
      its.put(line.invoice(), line);
    } else {
      its.remove(line.invoice());
    }
  }

  /** Something about a customer is known now. */
  public void after(CustomerUpdated update) {
    CustomerPosition known = customers.getOrDefault(update.customer(), CustomerPosition.NONE);
    customers.put(update.customer(), known.after(update.profile()));
  }

  /** All that are open now, by customer and invoice. */
  public List<OpenItem> items() {
    List<OpenItem> items = new ArrayList<>();
    open.keySet().stream()
        .sorted(Comparator.comparing(CustomerId::value))
        .forEach(customer -> items(customer, items));
    return items;
  }

  private void items(CustomerId customer, List<OpenItem> items) {
    CustomerPosition known = customers.getOrDefault(customer, CustomerPosition.NONE);
    for (ReceivableChanged line : open.getOrDefault(customer, Map.of()).values()) {
      Standing standing = line.after();
      Money payable = Objects.requireNonNull(standing.payable());
      items.add(
          new OpenItem(
              customer,
              line.invoice(),
              known.group(
                  payable.currency().getCurrencyCode(),
                  Objects.requireNonNullElse(line.sellerEntity(), "")),
              standing.dueOn(),
              Position.of(standing).open()));
    }
  }
}
