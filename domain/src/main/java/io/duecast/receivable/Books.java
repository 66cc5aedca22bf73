package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the ledger keeps what it knows. */
public interface Books {
  /** The invoice, or null if nothing was heard of it. */
  @Nullable Receivable receivable(CustomerId customer, InvoiceId invoice);

  void put(Receivable receivable);

  /** The payment, or null if nothing was heard of it. */
  @Nullable Payment payment(CustomerId customer, PaymentId payment);

  void put(Payment payment);

  /** Notes that an event was seen; false if it had been before. */
  boolean sees(CustomerId customer, EventId event);

  void note(Appointment appointment);

  /** Takes out the appointments of a day and of all days before it, in order. */
  List<Appointment> due(LocalDate today);

  /** Forgets what an appointment is about. */
  void forget(Appointment appointment);
}
