package io.duecast.containers;

import io.duecast.calendar.DayOpened;
import io.duecast.service.progress.CatchUp;
import io.duecast.streams.Flows;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * A test's own topics on the cluster, in the zone where it is noon: no day begins while it runs.
 */
final class Installation {
  static final int PARTITIONS = 4;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CAUGHT_UP = Duration.ofMinutes(5);

  private final Cluster cluster;
  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final ZoneId zone =
      ZoneOffset.ofHours(12 - Instant.now().atOffset(ZoneOffset.UTC).getHour());

  private Installation(Cluster cluster, String prefix) {
    this.cluster = cluster;
    this.topics = Topics.named(prefix + ".");
    this.serdes = new WireSerdes(Map.of("schema.registry.url", cluster.registryUrl()));
  }

  /** The topics of a test on the shared cluster. */
  static Installation of(String prefix) throws Exception {
    Cluster cluster = Cluster.shared();
    Installation installation = new Installation(cluster, prefix);
    try (Admin admin = Admin.create(cluster.clients())) {
      new TopicCreation(installation.topics, PARTITIONS, (short) 1).ensure(admin);
    }
    return installation;
  }

  Cluster cluster() {
    return cluster;
  }

  ZoneId zone() {
    return zone;
  }

  WireSerdes serdes() {
    return serdes;
  }

  String name(Topic<?> topic) {
    return topics.name(topic);
  }

  String groupOf(Flows flow) {
    return flow.applicationId(topics.prefix());
  }

  /** Begins to run an instance. */
  Instance begin() {
    return Instance.begin(cluster, settings());
  }

  /** Runs an instance until it is ready, and has heard which day it is. */
  Instance start() throws Exception {
    Instance instance = Instance.start(cluster, settings());
    Await.until(
        "the ledger has heard of today",
        Duration.ofMinutes(3),
        () -> read(Topics.RECEIVABLES).stream().filter(DayOpened.class::isInstance).count() > 3);
    return instance;
  }

  private Map<String, String> settings() {
    return Map.of(
        "DUECAST_TOPICS_PREFIX", topics.prefix(),
        "DUECAST_TOPICS_PARTITIONS", Integer.toString(PARTITIONS),
        "DUECAST_BUSINESS_ZONE", zone.getId());
  }

  /** Where the records of a customer go. */
  static int partitionOf(String customer) {
    byte[] key = customer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
  }

  /** Until all that was written has been processed by every flow. */
  void awaitProcessed() throws Exception {
    for (Flows flow : List.of(Flows.LEDGER, Flows.LABELLING)) {
      List<String> inputs = flow.inputs().stream().map(topics::name).toList();
      try (CatchUp way = CatchUp.to(cluster.clients(), groupOf(flow), inputs)) {
        Await.until(flow + " has processed all", CAUGHT_UP, () -> way.behind() == 0);
      }
    }
  }

  /** The committed values of a topic, partition by partition. */
  <V> List<V> read(Topic<V> topic) {
    List<V> values = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(committed(), new StringDeserializer(), new ByteArrayDeserializer())) {
      int count = consumer.partitionsFor(name(topic)).size();
      IntStream.range(0, count)
          .forEach(
              partition -> {
                TopicPartition at = new TopicPartition(name(topic), partition);
                consumer.assign(List.of(at));
                consumer.seekToBeginning(List.of(at));
                long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
                while (consumer.position(at) < end) {
                  consumer
                      .poll(POLL)
                      .forEach(
                          it ->
                              values.add(
                                  serdes.deserializer(topic).deserialize(it.topic(), it.value())));
                }
              });
    }
    return values;
  }

  /** What a reader of committed records needs. */
  Properties committed() {
    Properties config = cluster.clients();
    config.put("isolation.level", "read_committed");
    config.put("auto.offset.reset", "earliest");
    return config;
  }
}
