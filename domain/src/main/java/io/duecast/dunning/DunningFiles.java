package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.List;

/** Where the desk keeps what it knows. */
public interface DunningFiles {
  /** What is known of a customer; never null. */
  DunnedCustomer customer(CustomerId id);

  /** Keeps it, and when it wants to be looked at. */
  void put(DunnedCustomer customer);

  /** What is known of an invoice; never null. */
  DunnedInvoice invoice(CustomerId customer, InvoiceId id);

  /** All that is kept of a customer's, by id. */
  List<DunnedInvoice> invoices(CustomerId customer);

  void put(DunnedInvoice invoice);

  void forget(DunnedInvoice invoice);

  /** Those who want to be looked at on a day, or on one before it, by id. */
  List<CustomerId> dueBy(LocalDate day);

  /** All customers, by id. */
  List<CustomerId> everybody();
}
