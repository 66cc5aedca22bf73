package io.duecast.streams.ledger;

import io.duecast.receivable.Appointment;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The agenda, on pages: nearly every event makes an appointment or two, all of them for a few days,
 * and each is looked at once, with all others of its day. A page goes on being written until it is
 * full, or its day is not among the last {@value #DAYS} that were written on.
 */
final class StoredAgenda {
  private static final char END = StoredBooks.END;
  private static final int DAYS = 64;

  private final ProcessorContext<?, ?> context;
  private final KeyValueStore<String, AgendaPage> pages;
  private final Map<LocalDate, String> pageByDay = new LastUsed();
  private int opened;

  StoredAgenda(ProcessorContext<?, ?> context) {
    this.context = context;
    this.pages = context.getStateStore(LedgerStores.AGENDA);
  }

  void note(Appointment appointment) {
    String key = pageByDay.get(appointment.on());
    @Nullable AgendaPage page = key == null ? null : pages.get(key);
    if (key == null || page == null || page.isFull()) {
      key = newPage(appointment.on());
      page = AgendaPage.EMPTY;
      pageByDay.put(appointment.on(), key);
    }
    pages.put(key, page.plus(appointment));
  }

  /** Takes all out that are due, by day, customer, id and kind; each once. */
  List<Appointment> due(LocalDate today) {
    List<KeyValue<String, AgendaPage>> due = new ArrayList<>();
    try (KeyValueIterator<String, AgendaPage> upTo =
        pages.range(null, today.plusDays(1).toString())) {
      upTo.forEachRemaining(due::add);
    }
    Map<Bytes, Appointment> inOrder = new TreeMap<>();
    for (KeyValue<String, AgendaPage> page : due) {
      page.value.appointments().forEach(it -> inOrder.put(order(it), it));
      pages.put(page.key, null);
    }
    return List.copyOf(inOrder.values());
  }

  /** No other has this key: a record is processed once, and the days of its pages differ. */
  private String newPage(LocalDate day) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    return day.toString() + END + place.topic() + END + place.offset() + END + opened++;
  }

  private static Bytes order(Appointment appointment) {
    String text =
        appointment.on().toString()
            + END
            + appointment.customer()
            + END
            + appointment.id()
            + END
            + appointment.kind();
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("serial") // stays where it is
  private static final class LastUsed extends LinkedHashMap<LocalDate, String> {
    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<LocalDate, String> eldest) {
      return size() > DAYS;
    }
  }
}
