package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Books for a fold without Kafka: a backtest, or the slow twin in a test. */
public final class InMemoryBooks implements Books {
  private record Key(CustomerId customer, String id) {}

  private final Map<Key, Receivable> receivables = new HashMap<>();
  private final Map<Key, Payment> payments = new HashMap<>();
  private final Set<Key> seen = new HashSet<>();
  private final TreeSet<Appointment> agenda =
      new TreeSet<>(
          Comparator.comparing(Appointment::on)
              .thenComparing(Appointment::customer)
              .thenComparing(Appointment::id)
              .thenComparing(Appointment::kind));

  @Override
  public @Nullable Receivable receivable(CustomerId customer, InvoiceId invoice) {
    return receivables.get(new Key(customer, invoice.value()));
  }

  /** All that is known, in no order. */
  public List<Receivable> receivables() {
    return List.copyOf(receivables.values());
  }

  @Override
  public void put(Receivable receivable) {
    receivables.put(new Key(receivable.customer(), receivable.id().value()), receivable);
  }

  @Override
  public @Nullable Payment payment(CustomerId customer, PaymentId payment) {
    return payments.get(new Key(customer, payment.value()));
  }

  @Override
  public void put(Payment payment) {
    payments.put(new Key(payment.customer(), payment.id().value()), payment);
  }

  @Override
  public boolean sees(CustomerId customer, EventId event) {
    return seen.add(new Key(customer, event.value()));
  }

  @Override
  public void note(Appointment appointment) {
    agenda.add(appointment);
  }

  @Override
  public List<Appointment> due(LocalDate today) {
    List<Appointment> due = new ArrayList<>();
    while (!agenda.isEmpty() && !agenda.first().on().isAfter(today)) {
      due.add(agenda.pollFirst());
    }
    return due;
  }

  @Override
  public void forget(Appointment appointment) {
    Key key = new Key(appointment.customer(), appointment.id());
    switch (appointment.kind()) {
      case INVOICE_IS_OLD -> receivables.remove(key);
      case PAYMENT_IS_OLD -> payments.remove(key);
      case EVENT_IS_OLD -> seen.remove(key);
      case PROMISE_ENDS, UNKNOWN -> {}
    }
  }
}
