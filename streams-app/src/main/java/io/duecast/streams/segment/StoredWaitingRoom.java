package io.duecast.streams.segment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.segment.WaitingLine;
import io.duecast.segment.WaitingRoom;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What waits in the stores of one task; the numbers of those who wait leave no gap. */
final class StoredWaitingRoom implements WaitingRoom {
  private final KeyValueStore<Long, WaitingLine> lines;
  private final KeyValueStore<String, Integer> risks;

  /** The first number that waits, and the one after the last. */
  private long first;

  private long end;

  StoredWaitingRoom(ProcessorContext<?, ?> context) {
    this.lines = context.getStateStore(SegmentStores.WAITING);
    this.risks = context.getStateStore(SegmentStores.RISKS);
    try (KeyValueIterator<Long, WaitingLine> all = lines.all()) {
      first = all.hasNext() ? all.peekNextKey() : 0;
      end = first;
      all.forEachRemaining(it -> end = it.key + 1);
    }
  }

  @Override
  public @Nullable WaitingLine first() {
    return first == end ? null : lines.get(first);
  }

  @Override
  public @Nullable WaitingLine last() {
    return first == end ? null : lines.get(end - 1);
  }

  @Override
  public void add(WaitingLine line) {
    first = first == end ? line.number() : first;
    end = line.number() + 1;
    lines.put(line.number(), line);
  }

  @Override
  public void remove(WaitingLine line) {
    lines.delete(line.number());
    first = line.number() + 1;
  }

  @Override
  public @Nullable Integer risk(CustomerId customer, InvoiceId invoice) {
    return risks.get(StoredSegmentFiles.key(customer, invoice));
  }

  @Override
  public void putRisk(CustomerId customer, InvoiceId invoice, int risk) {
    risks.put(StoredSegmentFiles.key(customer, invoice), risk);
  }

  @Override
  public void forgetRisk(CustomerId customer, InvoiceId invoice) {
    risks.delete(StoredSegmentFiles.key(customer, invoice));
  }
}
