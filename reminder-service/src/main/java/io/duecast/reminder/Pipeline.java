package io.duecast.reminder;

import io.duecast.service.progress.FlowGroup;
import io.duecast.service.progress.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As of when everything that was known has come as far as the outbox. Round by round: a moment is
 * noted, and where the inputs of the ledger end then; once it has processed up to there, where
 * those of dunning end; once it has, where the reminders end; once they are heard up to there, all
 * that was known at that moment has been heard of. A payment that nobody has processed yet stops
 * the rounds, so that nothing is sent over its head.
 */
final class Pipeline implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
  private static final List<FlowGroup> FLOWS = List.of(FlowGroup.LEDGER, FlowGroup.DUNNING);

  private final Stages stages;
  private final Duration between;
  private @Nullable Instant knownAt;
  private @Nullable Instant notedAt;
  private int flow;
  private @Nullable Way way;
  private @Nullable Map<TopicPartition, Long> ends;
  private String waitsFor = "nothing yet";

  /**
   * @param between from the beginning of one round to that of the next
   */
  Pipeline(Stages stages, Duration between) {
    this.stages = stages;
    this.between = between;
  }

  /**
   * Goes as far as it can without waiting.
   *
   * @param reminders the partitions of reminders
   * @param heard up to where a partition was heard
   */
  void look(Instant now, Collection<TopicPartition> reminders, ToLongFunction<TopicPartition> heard)
      throws InterruptedException {
    try {
      go(now, reminders, heard);
    } catch (KafkaException e) {
      LOG.warn("how far the flows are cannot be seen: {}", String.valueOf(e.getMessage()));
      waitsFor = "the brokers";
      knownAt = null;
      giveUp();
    }
  }

  private void go(
      Instant now, Collection<TopicPartition> reminders, ToLongFunction<TopicPartition> heard)
      throws InterruptedException {
    if (notedAt == null) {
      if (knownAt != null && now.isBefore(knownAt.plus(between))) {
        return;
      }
      notedAt = now;
      flow = 0;
    }
    while (flow < FLOWS.size()) {
      if (!hasPassed(FLOWS.get(flow))) {
        return;
      }
      flow++;
    }
    if (ends == null) {
      ends = stages.ends(reminders);
    }
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      if (heard.applyAsLong(end.getKey()) < end.getValue()) {
        waitsFor = "the reminders themselves";
        return;
      }
    }
    knownAt = notedAt;
    giveUp();
  }

  private boolean hasPassed(FlowGroup group) throws InterruptedException {
    if (way == null) {
      way = stages.of(group);
    }
    long behind = way.behind();
    if (behind > 0) {
      waitsFor = "the flow %s: %,d records".formatted(group.flow(), behind);
      return false;
    }
    way.close();
    way = null;
    return true;
  }

  /** Whether everything that was known so long ago has come. */
  boolean isKnown(Instant now, Duration ago) {
    return knownAt != null && !now.isAfter(knownAt.plus(ago));
  }

  /** For what it waits, in words. */
  String waitsFor() {
    return waitsFor;
  }

  private void giveUp() {
    notedAt = null;
    ends = null;
    if (way != null) {
      way.close();
      way = null;
    }
  }

  @Override
  public void close() {
    giveUp();
  }
}
