package io.duecast.segment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Files that are gone with the process. */
public final class InMemorySegmentFiles implements SegmentFiles, WaitingRoom {
  private final Map<CustomerId, SegmentedCustomer> customers = new HashMap<>();
  private final Map<CustomerId, SortedMap<String, SegmentedInvoice>> invoices = new HashMap<>();
  private final TreeMap<LocalDate, TreeSet<CustomerId>> looks = new TreeMap<>();
  private final Map<RiskSegment, PeerTally> peers = new EnumMap<>(RiskSegment.class);
  private final Map<Boolean, SegmentWeek> weeks = new HashMap<>();
  private final Deque<WaitingLine> waiting = new ArrayDeque<>();
  private final Map<InvoiceKey, Integer> risks = new HashMap<>();

  private record InvoiceKey(CustomerId customer, InvoiceId invoice) {}

  @Override
  public SegmentedCustomer customer(CustomerId id) {
    SegmentedCustomer known = customers.get(id);
    return known == null ? SegmentedCustomer.unheardOf(id) : known;
  }

  @Override
  public void put(SegmentedCustomer customer) {
    SegmentedCustomer was = customers.put(customer.id(), customer);
    if (was != null && was.lookOn() != null) {
      looks.getOrDefault(was.lookOn(), new TreeSet<>()).remove(customer.id());
    }
    if (customer.lookOn() != null) {
      looks.computeIfAbsent(customer.lookOn(), it -> new TreeSet<>()).add(customer.id());
    }
  }

  @Override
  public List<CustomerId> dueBy(LocalDate day) {
    return looks.headMap(day, true).values().stream().flatMap(TreeSet::stream).sorted().toList();
  }

  @Override
  public @Nullable SegmentedInvoice invoice(CustomerId customer, InvoiceId id) {
    SortedMap<String, SegmentedInvoice> its = invoices.get(customer);
    return its == null ? null : its.get(id.value());
  }

  @Override
  public List<SegmentedInvoice> invoices(CustomerId customer) {
    SortedMap<String, SegmentedInvoice> its = invoices.get(customer);
    return its == null ? List.of() : List.copyOf(its.values());
  }

  @Override
  public void put(SegmentedInvoice invoice) {
    invoices
        .computeIfAbsent(invoice.customer(), it -> new TreeMap<>())
        .put(invoice.id().value(), invoice);
  }

  @Override
  public void forget(CustomerId customer, InvoiceId id) {
    SortedMap<String, SegmentedInvoice> its = invoices.get(customer);
    if (its != null) {
      its.remove(id.value());
    }
  }

  @Override
  public PeerTally peers(RiskSegment segment) {
    return peers.getOrDefault(segment, PeerTally.NONE);
  }

  @Override
  public void put(RiskSegment segment, PeerTally tally) {
    peers.put(segment, tally);
  }

  @Override
  public @Nullable SegmentWeek week(boolean replayed) {
    return weeks.get(replayed);
  }

  @Override
  public void put(SegmentWeek week) {
    weeks.put(week.replayed(), week);
  }

  @Override
  public @Nullable WaitingLine first() {
    return waiting.peekFirst();
  }

  @Override
  public @Nullable WaitingLine last() {
    return waiting.peekLast();
  }

  @Override
  public void add(WaitingLine line) {
    waiting.addLast(line);
  }

  @Override
  public void remove(WaitingLine line) {
    waiting.remove(line);
  }

  @Override
  public @Nullable Integer risk(CustomerId customer, InvoiceId invoice) {
    return risks.get(new InvoiceKey(customer, invoice));
  }

  @Override
  public void putRisk(CustomerId customer, InvoiceId invoice, int risk) {
    risks.put(new InvoiceKey(customer, invoice), risk);
  }

  @Override
  public void forgetRisk(CustomerId customer, InvoiceId invoice) {
    risks.remove(new InvoiceKey(customer, invoice));
  }
}
