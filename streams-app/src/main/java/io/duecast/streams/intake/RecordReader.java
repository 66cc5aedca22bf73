package io.duecast.streams.intake;

import io.duecast.check.RejectReason;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.RegistryUnavailableException;
import io.duecast.wire.Topic;
import io.duecast.wire.WireDecoder;
import io.duecast.wire.WireSerdes;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Reads the records of a flow's inputs. While the registry is in trouble good records wait; they
 * are not refused. Safe for threads.
 */
public final class RecordReader {
  private final WireDecoder decoder;
  private final Map<String, Topic<?>> topics;
  private final Patience patience;
  private final Doubt doubt;
  private final FlowWatch watch;

  /**
   * A reader of these inputs.
   *
   * @param patience had with the registry
   * @param watch told of what is taken, and of what is refused
   */
  public RecordReader(
      NamedTopics names,
      Collection<Topic<?>> inputs,
      WireSerdes serdes,
      Patience patience,
      FlowWatch watch) {
    this.decoder = serdes.decoder();
    this.topics = inputs.stream().collect(Collectors.toMap(names::name, Function.identity()));
    this.patience = patience;
    this.doubt = new Doubt(patience.doubt(), System::nanoTime);
    this.watch = watch;
  }

  /** The names of the inputs. */
  public Set<String> names() {
    return topics.keySet();
  }

  /** What a record is. */
  public Incoming read(Record<byte[], byte[]> record, RecordMetadata place) {
    Topic<?> topic = Objects.requireNonNull(topics.get(place.topic()), place.topic());
    return switch (patience.with(() -> decoded(topic, record))) {
      case Decoded.Rejected<?> it -> {
        watch.refused(it.rejection().reason());
        yield new Incoming.Refused(
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
        yield new Incoming.Value(it.value());
      }
    };
  }

  private Decoded<?> decoded(Topic<?> topic, Record<byte[], byte[]> record) {
    Decoded<?> decoded = asked(topic, record);
    if (decoded instanceof Decoded.Rejected<?> it
        && it.rejection().reason() == RejectReason.UNKNOWN_SCHEMA
        && !doubt.isBelieved()) {
      throw new RegistryUnavailableException(
          it.rejection().detail() + ", but may have just begun; it is asked again");
    }
    return decoded;
  }

  private Decoded<?> asked(Topic<?> topic, Record<byte[], byte[]> record) {
    try {
      return decoder.decode(topic, record.key(), record.value());
    } catch (RegistryUnavailableException e) {
      doubt.renew();
      throw e;
    }
  }
}
