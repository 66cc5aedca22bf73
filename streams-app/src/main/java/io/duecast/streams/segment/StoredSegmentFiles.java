package io.duecast.streams.segment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.segment.PeerTally;
import io.duecast.segment.RiskSegment;
import io.duecast.segment.SegmentFiles;
import io.duecast.segment.SegmentWeek;
import io.duecast.segment.SegmentedCustomer;
import io.duecast.segment.SegmentedInvoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The desk's files in the stores of one task. */
final class StoredSegmentFiles implements SegmentFiles {
  /** Stands in no id that an ERP writes, and sorts before all that do. */
  private static final char END = '\u0000';

  private final KeyValueStore<String, SegmentedCustomer> customers;
  private final KeyValueStore<String, SegmentedInvoice> invoices;
  private final KeyValueStore<String, String> looks;
  private final KeyValueStore<String, PeerTally> peers;
  private final KeyValueStore<String, PartOfWeek> weeks;
  private final int partition;

  StoredSegmentFiles(ProcessorContext<?, ?> context) {
    this.customers = context.getStateStore(SegmentStores.CUSTOMERS);
    this.invoices = context.getStateStore(SegmentStores.INVOICES);
    this.looks = context.getStateStore(SegmentStores.LOOKS);
    this.peers = context.getStateStore(SegmentStores.PEERS);
    this.weeks = context.getStateStore(SegmentStores.WEEKS);
    this.partition = context.taskId().partition();
  }

  @Override
  public SegmentedCustomer customer(CustomerId id) {
    SegmentedCustomer known = customers.get(id.value());
    return known == null ? SegmentedCustomer.unheardOf(id) : known;
  }

  @Override
  public void put(SegmentedCustomer customer) {
    SegmentedCustomer was = customers.get(customer.id().value());
    customers.put(customer.id().value(), customer);
    LocalDate before = was == null ? null : was.lookOn();
    LocalDate now = customer.lookOn();
    if (Objects.equals(before, now)) {
      return;
    }
    if (before != null) {
      looks.delete(before.toString() + END + customer.id());
    }
    if (now != null) {
      looks.put(now.toString() + END + customer.id(), customer.id().value());
    }
  }

  @Override
  public List<CustomerId> dueBy(LocalDate day) {
    return values(looks.range(null, day.plusDays(1).toString())).stream()
        .map(CustomerId::new)
        .sorted()
        .toList();
  }

  @Override
  public @Nullable SegmentedInvoice invoice(CustomerId customer, InvoiceId id) {
    return invoices.get(key(customer, id));
  }

  @Override
  public List<SegmentedInvoice> invoices(CustomerId customer) {
    return values(invoices.range(customer.value() + END, customer.value() + (char) (END + 1)));
  }

  @Override
  public void put(SegmentedInvoice invoice) {
    invoices.put(key(invoice.customer(), invoice.id()), invoice);
  }

  @Override
  public void forget(CustomerId customer, InvoiceId id) {
    invoices.delete(key(customer, id));
  }

  @Override
  public PeerTally peers(RiskSegment segment) {
    PeerTally known = peers.get(segment.name());
    return known == null ? PeerTally.NONE : known;
  }

  @Override
  public void put(RiskSegment segment, PeerTally tally) {
    peers.put(segment.name(), tally);
  }

  @Override
  public @Nullable SegmentWeek week(boolean replayed) {
    PartOfWeek known = weeks.get(kind(replayed));
    return known == null ? null : known.week();
  }

  @Override
  public void put(SegmentWeek week) {
    weeks.put(kind(week.replayed()), new PartOfWeek(partition, week));
  }

  private static String kind(boolean replayed) {
    return replayed ? "history" : "clock";
  }

  static String key(CustomerId customer, InvoiceId invoice) {
    return customer.value() + END + invoice.value();
  }

  private static <V> List<V> values(KeyValueIterator<String, V> open) {
    List<V> values = new ArrayList<>();
    try (open) {
      open.forEachRemaining(it -> values.add(it.value));
    }
    return values;
  }
}
