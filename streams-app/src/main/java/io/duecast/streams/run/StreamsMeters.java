package io.duecast.streams.run;

import io.duecast.streams.Flows;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/** What Kafka Streams and its clients say of themselves, and how far the flow is behind. */
final class StreamsMeters implements AutoCloseable {
  private static final String FETCHES = "consumer-fetch-manager-metrics";

  private final KafkaStreamsMetrics clients;

  StreamsMeters(KafkaStreams streams, Flows flow, NamedTopics topics, MeterRegistry meters) {
    this.clients = new KafkaStreamsMetrics(streams);
    clients.bindTo(meters);
    for (Topic<?> topic : flow.inputs()) {
      String name = topics.name(topic);
      Gauge.builder("duecast.lag", streams, it -> lag(it, name))
          .description("records on a topic that this instance is to read and has not read yet")
          .baseUnit("records")
          .tags("flow", flow.part(), "topic", topic.name())
          .register(meters);
    }
  }

  /**
   * Over the partitions that this instance has; those of which nothing is known yet count for 0.
   */
  private static double lag(KafkaStreams streams, String topic) {
    return streams.metrics().values().stream()
        .filter(it -> isLagOf(it, topic))
        .mapToDouble(it -> ((Number) it.metricValue()).doubleValue())
        .filter(Double::isFinite)
        .sum();
  }

  private static boolean isLagOf(Metric metric, String topic) {
    return metric.metricName().group().equals(FETCHES)
        && metric.metricName().name().equals("records-lag")
        && topic.equals(metric.metricName().tags().get("topic"))
        && metric.metricName().tags().containsKey("partition");
  }

  @Override
  public void close() {
    clients.close();
  }
}
