package io.duecast.streams.ledger;

import io.duecast.receivable.Appointment;
import java.util.ArrayList;
import java.util.List;

/**
 * Appointments of one day.
 *
 * @param appointments in the order in which they were made; at most {@value #LIMIT}
 */
record AgendaPage(List<Appointment> appointments) {
  static final int LIMIT = 32;
  static final AgendaPage EMPTY = new AgendaPage(List.of());

  AgendaPage {
    appointments = List.copyOf(appointments);
  }

  boolean isFull() {
    return appointments.size() >= LIMIT;
  }

  AgendaPage plus(Appointment more) {
    List<Appointment> all = new ArrayList<>(appointments.size() + 1);
    all.addAll(appointments);
    all.add(more);
    return new AgendaPage(all);
  }
}
