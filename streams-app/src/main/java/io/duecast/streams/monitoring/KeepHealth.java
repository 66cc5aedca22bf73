package io.duecast.streams.monitoring;

import io.duecast.health.HealthDesk;
import io.duecast.health.HealthTally;
import io.duecast.health.HealthWindow;
import io.duecast.health.ModelHealth;
import io.duecast.health.MonthPart;
import io.duecast.health.References;
import io.duecast.health.TrainingReference;
import io.duecast.streams.store.DayProgress;
import io.duecast.wire.TopicKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up what the days changed in all partitions, and tells how the models do as soon as the last
 * partition has come to a day.
 */
final class KeepHealth extends ContextualProcessor<String, DayTally, String, ModelHealth> {
  private static final char END = '\u0000';

  private final int partitions;
  private final References references;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, KeptTally> tallies;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, DayTally> waiting;

  @SuppressWarnings("NullAway.Init") // set by init
  private DayProgress progress;

  /**
   * @param partitions that the customers are spread over
   */
  KeepHealth(int partitions, References references) {
    this.partitions = partitions;
    this.references = references;
  }

  @Override
  public void init(ProcessorContext<String, ModelHealth> context) {
    super.init(context);
    tallies = context.getStateStore(MonitoringStores.TALLIES);
    waiting = context.getStateStore(MonitoringStores.WAITING);
    progress = new DayProgress(context.getStateStore(MonitoringStores.PROGRESS), partitions);
  }

  @Override
  public void process(Record<String, DayTally> record) {
    DayTally told = record.value();
    String key = told.day().toString() + END + told.partition();
    DayTally before = waiting.get(key);
    waiting.put(key, before == null ? told : before.plus(told));
    LocalDate all = progress.after(told.partition(), told.day());
    if (all != null) {
      conclude(all, record);
    }
  }

  private void conclude(LocalDate day, Record<String, DayTally> record) {
    SortedMap<String, SortedSet<MonthPart>> changed = new TreeMap<>();
    for (KeyValue<String, DayTally> each : upTo(day)) {
      waiting.delete(each.key);
      for (PartTally part : each.value.tallies()) {
        String key = part.modelId() + END + part.part().from();
        KeptTally was = tallies.get(key);
        tallies.put(
            key, new KeptTally(was == null ? part.tally() : was.tally().plus(part.tally())));
        changed.computeIfAbsent(part.modelId(), it -> new TreeSet<>()).add(part.part());
      }
    }
    changed.forEach((modelId, parts) -> tell(modelId, parts, day, record));
  }

  private List<KeyValue<String, DayTally>> upTo(LocalDate day) {
    List<KeyValue<String, DayTally>> due = new ArrayList<>();
    try (KeyValueIterator<String, DayTally> all = waiting.range(null, day.plusDays(1).toString())) {
      all.forEachRemaining(due::add);
    }
    return due;
  }

  private void tell(
      String modelId, SortedSet<MonthPart> changed, LocalDate day, Record<String, DayTally> of) {
    SortedMap<MonthPart, HealthTally> known = known(modelId, day);
    TrainingReference reference = references.of(modelId);
    for (HealthWindow window : HealthWindow.of(changed, day)) {
      ModelHealth health =
          window.health(
              modelId, known, reference, day, of.value().startedAt(), of.value().replayed());
      context()
          .forward(new Record<>(TopicKey.of(health), health, of.timestamp(), new RecordHeaders()));
    }
  }

  /** What is known of a model; what is too old is forgotten. */
  private SortedMap<MonthPart, HealthTally> known(String modelId, LocalDate day) {
    MonthPart oldest = MonthPart.of(day.minusDays(HealthDesk.KEPT_DAYS)).monthBegin();
    SortedMap<MonthPart, HealthTally> known = new TreeMap<>();
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, KeptTally> all =
        tallies.range(modelId + END, modelId + (char) (END + 1))) {
      while (all.hasNext()) {
        KeyValue<String, KeptTally> each = all.next();
        MonthPart part = new MonthPart(LocalDate.parse(each.key.substring(modelId.length() + 1)));
        if (part.compareTo(oldest) < 0) {
          old.add(each.key);
        } else {
          known.put(part, each.value.tally());
        }
      }
    }
    old.forEach(tallies::delete);
    return known;
  }
}
