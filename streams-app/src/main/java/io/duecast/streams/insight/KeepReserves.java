package io.duecast.streams.insight;

import io.duecast.reserve.ReserveDesk;
import io.duecast.reserve.ReservePolicy;
import io.duecast.reserve.ReservePosition;
import io.duecast.wire.TopicKey;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Says at the end of each day what of the receivables is not expected to come in; see the desk. */
final class KeepReserves extends ContextualProcessor<String, WholeDay, String, ReservePosition> {
  private final ReservePolicy policy;

  @SuppressWarnings("NullAway.Init") // set by init
  private ReserveDesk desk;

  KeepReserves(ReservePolicy policy) {
    this.policy = policy;
  }

  @Override
  public void init(ProcessorContext<String, ReservePosition> context) {
    super.init(context);
    desk = new ReserveDesk(new StoredReserveBooks(context), policy);
  }

  @Override
  public void process(Record<String, WholeDay> record) {
    for (ReservePosition told : desk.after(record.value().groups())) {
      context()
          .forward(new Record<>(TopicKey.of(told), told, record.timestamp(), new RecordHeaders()));
    }
  }
}
