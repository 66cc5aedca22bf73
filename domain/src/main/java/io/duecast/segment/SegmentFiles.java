package io.duecast.segment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the desk keeps what it knows. */
public interface SegmentFiles {
  /** What is known of a customer; never null. */
  SegmentedCustomer customer(CustomerId id);

  /** Keeps it, and when it wants to be looked at. */
  void put(SegmentedCustomer customer);

  /** Those who want to be looked at on a day, or on one before it, by id. */
  List<CustomerId> dueBy(LocalDate day);

  /** What is known of an invoice; null if nothing is. */
  @Nullable SegmentedInvoice invoice(CustomerId customer, InvoiceId id);

  /** All that is kept of a customer's, by id. */
  List<SegmentedInvoice> invoices(CustomerId customer);

  void put(SegmentedInvoice invoice);

  void forget(CustomerId customer, InvoiceId id);

  /** How late the customers of a segment paid; never null. */
  PeerTally peers(RiskSegment segment);

  void put(RiskSegment segment, PeerTally peers);

  /** The week that runs, of history or of the clock; null before the first day. */
  @Nullable SegmentWeek week(boolean replayed);

  void put(SegmentWeek week);
}
