package io.duecast.service.watch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/** Of the hundreds of numbers that Kafka's clients have, those that somebody acts on. */
final class ClientMeters implements MeterFilter {
  private static final String CLIENTS = "kafka.";
  private static final Set<String> KEPT =
      Set.of(
          "kafka.stream.alive.stream.threads",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.thread.process.rate",
          "kafka.stream.thread.commit.latency.max",
          "kafka.stream.thread.poll.latency.max",
          "kafka.consumer.coordinator.rebalance.total",
          "kafka.consumer.fetch.manager.records.consumed.rate",
          "kafka.producer.record.send.rate",
          "kafka.producer.record.error.total",
          "kafka.producer.record.retry.total");

  @Override
  public Meter.Id map(Meter.Id id) {
    return id.getName().startsWith(CLIENTS)
        ? id.replaceTags(Tags.of(id.getTags()).stream().filter(it -> !isVersion(it)).toList())
        : id;
  }

  private static boolean isVersion(Tag tag) {
    return tag.getKey().equals("kafka.version");
  }

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    return id.getName().startsWith(CLIENTS) && !KEPT.contains(id.getName())
        ? MeterFilterReply.DENY
        : MeterFilterReply.NEUTRAL;
  }
}
