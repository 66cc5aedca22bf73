package io.duecast.simulator;

import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.receivable.Fact;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A change put into an economy: some customers pay so many days later, all that they would have
 * paid from a day on.
 */
record LatePayments(Set<CustomerId> customers, LocalDate from, int days) {
  /** All that arrives, in order. */
  List<Arrival> in(List<Arrival> arrivals) {
    return arrivals.stream()
        .map(this::late)
        .sorted(Comparator.comparing(Arrival::arrivesAt))
        .toList();
  }

  private Arrival late(Arrival arrival) {
    return arrival instanceof Arrival.OfFact it && isConcerned(it.event())
        ? new Arrival.OfFact(later(it.arrivesAt()), late(it.event()), it.repeated())
        : arrival;
  }

  private boolean isConcerned(Fact fact) {
    LocalDate on =
        switch (fact) {
          case PaymentReceived it -> it.valueOn();
          case PaymentSettled it -> it.settledOn();
          default -> LocalDate.MIN;
        };
    return customers.contains(fact.customer()) && !on.isBefore(from);
  }

  private Fact late(Fact fact) {
    return switch (fact) {
      case PaymentReceived it ->
          new PaymentReceived(
              later(it.envelope()),
              it.payment(),
              it.customer(),
              it.status(),
              it.amount(),
              it.bookedOn() == null ? null : it.bookedOn().plusDays(days),
              it.valueOn().plusDays(days),
              it.paymentMeansCode(),
              it.allocations(),
              it.rate());
      case PaymentSettled it ->
          new PaymentSettled(
              later(it.envelope()),
              it.invoice(),
              it.customer(),
              it.settledOn().plusDays(days),
              it.amount());
      default -> fact;
    };
  }

  private Envelope later(Envelope it) {
    return new Envelope(
        it.eventId(),
        later(it.occurredAt()),
        later(it.recordedAt()),
        later(it.ingestedAt()),
        it.source(),
        it.sourceRow(),
        it.replayed());
  }

  private Instant later(Instant at) {
    return at.plus(Duration.ofDays(days));
  }
}
