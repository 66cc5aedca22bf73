package io.duecast.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.Appointment;
import io.duecast.receivable.AppointmentKind;
import io.duecast.wire.StateSerde;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredAgendaTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
  private final KeyValueStore<String, AgendaPage> pages =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(LedgerStores.AGENDA),
              Serdes.String(),
              StateSerde.of(AgendaPage.class))
          .withLoggingDisabled()
          .build();

  @BeforeEach
  void open() {
    pages.init(context.getStateStoreContext(), pages);
    context.addStateStore(pages);
    context.setRecordMetadata("invoice-events", 0, 11);
  }

  @Test
  void whatIsDueComesByDayAndCustomerOnceAndNeverAgain() {
    StoredAgenda agenda = new StoredAgenda(context);
    agenda.note(at(MONDAY.plusDays(1), "ACME", "1"));
    agenda.note(at(MONDAY, "ZEBRA", "2"));
    agenda.note(at(MONDAY, "ACME", "3"));
    agenda.note(at(MONDAY, "ZEBRA", "2"));
    agenda.note(at(MONDAY.plusDays(2), "ACME", "4"));

    assertThat(agenda.due(MONDAY.plusDays(1)))
        .containsExactly(
            at(MONDAY, "ACME", "3"), at(MONDAY, "ZEBRA", "2"), at(MONDAY.plusDays(1), "ACME", "1"));
    assertThat(agenda.due(MONDAY.plusDays(1))).isEmpty();
    assertThat(agenda.due(MONDAY.plusDays(2))).containsExactly(at(MONDAY.plusDays(2), "ACME", "4"));
  }

  @Test
  void aDayTakesAsManyPagesAsItNeeds() {
    StoredAgenda agenda = new StoredAgenda(context);
    List<Appointment> noted = new ArrayList<>();
    for (int i = 0; i < 3 * AgendaPage.LIMIT; i++) {
      noted.add(at(MONDAY, "ACME", "%03d".formatted(i)));
      agenda.note(noted.getLast());
    }

    assertThat(keys()).hasSize(3);
    assertThat(agenda.due(MONDAY)).isEqualTo(noted);
    assertThat(keys()).isEmpty();
  }

  @Test
  void anotherTaskTakesTheAgendaOver() {
    new StoredAgenda(context).note(at(MONDAY, "ACME", "1"));
    context.setRecordMetadata("invoice-events", 0, 13);
    StoredAgenda later = new StoredAgenda(context);
    later.note(at(MONDAY, "ACME", "2"));

    assertThat(later.due(MONDAY)).containsExactly(at(MONDAY, "ACME", "1"), at(MONDAY, "ACME", "2"));
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, AgendaPage> all = pages.all()) {
      all.forEachRemaining(it -> keys.add(it.key));
    }
    return keys;
  }

  private static Appointment at(LocalDate on, String customer, String id) {
    return new Appointment(on, AppointmentKind.PROMISE_ENDS, new CustomerId(customer), id);
  }
}
