package io.duecast.streams.ledger;

import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import io.duecast.receivable.Appointment;
import io.duecast.receivable.Books;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.Payment;
import io.duecast.receivable.PaymentId;
import io.duecast.receivable.Receivable;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The ledger's books in the stores of one task. */
final class StoredBooks implements Books {
  /** Stands in no id that an ERP writes, and sorts before all that do. */
  static final char END = '\u0000';

  private final KeyValueStore<String, Receivable> receivables;
  private final KeyValueStore<String, Payment> payments;
  private final KeyValueStore<String, Boolean> seen;
  private final StoredAgenda agenda;

  StoredBooks(ProcessorContext<?, ?> context) {
    this.receivables = context.getStateStore(LedgerStores.RECEIVABLES);
    this.payments = context.getStateStore(LedgerStores.PAYMENTS);
    this.seen = context.getStateStore(LedgerStores.EVENTS_SEEN);
    this.agenda = new StoredAgenda(context);
  }

  @Override
  public @Nullable Receivable receivable(CustomerId customer, InvoiceId invoice) {
    return receivables.get(key(customer, invoice.value()));
  }

  @Override
  public void put(Receivable receivable) {
    receivables.put(key(receivable.customer(), receivable.id().value()), receivable);
  }

  @Override
  public @Nullable Payment payment(CustomerId customer, PaymentId payment) {
    return payments.get(key(customer, payment.value()));
  }

  @Override
  public void put(Payment payment) {
    payments.put(key(payment.customer(), payment.id().value()), payment);
  }

  @Override
  public boolean sees(CustomerId customer, EventId event) {
    return seen.putIfAbsent(key(customer, event.value()), Boolean.TRUE) == null;
  }

  @Override
  public void note(Appointment appointment) {
    agenda.note(appointment);
  }

  @Override
  public List<Appointment> due(LocalDate today) {
    return agenda.due(today);
  }

  @Override
  public void forget(Appointment appointment) {
    String key = key(appointment.customer(), appointment.id());
    switch (appointment.kind()) {
      case INVOICE_IS_OLD -> receivables.put(key, null);
      case PAYMENT_IS_OLD -> payments.put(key, null);
      case EVENT_IS_OLD -> seen.put(key, null);
      case PROMISE_ENDS, UNKNOWN -> {}
    }
  }

  private static String key(CustomerId customer, String id) {
    return customer.value() + END + id;
  }
}
