package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.Fact;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.WireDecoder;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Turns bytes into facts, and what is none into a dead letter. While the registry is in trouble
 * good records wait; they are not refused.
 */
final class DecodeFacts extends ContextualProcessor<byte[], byte[], String, Heard> {
  private final WireDecoder decoder;
  private final Map<String, Topic<?>> topics;
  private final Patience patience;
  private final FlowWatch watch;

  DecodeFacts(
      WireDecoder decoder, Map<String, Topic<?>> topics, Patience patience, FlowWatch watch) {
    this.decoder = decoder;
    this.topics = topics;
    this.patience = patience;
    this.watch = watch;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata place = context().recordMetadata().orElseThrow();
    Topic<?> topic = topics.get(place.topic());
    if (topic == null) {
      throw new IllegalStateException("a record of " + place.topic() + ", which is no input");
    }
    Heard heard = decoded(topic, record, place);
    String key = heard instanceof Heard.FactHeard it ? it.fact().customer().value() : "";
    context().forward(record.withKey(key).withValue(heard));
  }

  private Heard decoded(Topic<?> topic, Record<byte[], byte[]> record, RecordMetadata place) {
    return switch (patience.with(() -> decoder.decode(topic, record.key(), record.value()))) {
      case Decoded.Rejected<?> it -> {
        watch.refused(it.rejection().reason());
        yield new Heard.Refused(
            DeadLetters.letter(
                place,
                record.headers(),
                record.timestamp(),
                record.key(),
                record.value(),
                it.rejection()));
      }
      case Decoded.Value<?> it -> {
        watch.taken(topic, it.value().getClass());
        yield heard(it.value(), record);
      }
    };
  }

  private static Heard heard(Object value, Record<byte[], byte[]> record) {
    return switch (value) {
      case Fact fact ->
          new Heard.FactHeard(fact, Bytes.wrap(record.key()), Bytes.wrap(record.value()));
      case DayOpened day -> new Heard.DayHeard(day);
      case EconomicIndicator figure -> new Heard.FigureHeard(figure);
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    };
  }
}
