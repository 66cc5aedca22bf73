package io.duecast.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Creates the topics that are missing, and refuses partition counts under which one customer's
 * records would not meet. May be run again, and by several at once.
 *
 * @param customerPartitions of each topic that is spread by customer
 * @param replicas of every topic
 */
public record TopicCreation(NamedTopics topics, int customerPartitions, short replicas) {
  private static final Duration SERVED_PATIENCE = Duration.ofSeconds(60);
  private static final Duration SERVED_PAUSE = Duration.ofMillis(100);

  public TopicCreation {
    if (customerPartitions < 1 || replicas < 1) {
      throw new IllegalArgumentException(
          customerPartitions + " partitions with " + replicas + " replicas: both are at least 1");
    }
  }

  /**
   * Creates what is missing, and waits until each new partition takes requests: a producer that is
   * quicker than a partition's broker can get the second of its batches in before the first, which
   * then fits nowhere.
   *
   * @return the names of the topics that were created
   * @throws IllegalStateException if an existing topic has another number of partitions than it
   *     must have
   */
  public Set<String> ensure(Admin admin) throws InterruptedException {
    Map<String, Integer> existing = partitions(admin);
    requireFit(existing);
    List<NewTopic> missing =
        Topics.all().stream()
            .filter(topic -> !existing.containsKey(topics.name(topic)))
            .map(this::planned)
            .toList();
    create(admin, missing);
    awaitServed(admin, missing);
    requireFit(partitions(admin));
    return missing.stream().map(NewTopic::name).collect(Collectors.toCollection(TreeSet::new));
  }

  private NewTopic planned(Topic<?> topic) {
    return new NewTopic(topics.name(topic), partitionsOf(topic), replicas).configs(topic.config());
  }

  private int partitionsOf(Topic<?> topic) {
    return switch (topic.spread()) {
      case BY_CUSTOMER -> customerPartitions;
      case ONE -> 1;
    };
  }

  private void requireFit(Map<String, Integer> existing) {
    List<String> wrong = new ArrayList<>();
    for (Topic<?> topic : Topics.all()) {
      Integer is = existing.get(topics.name(topic));
      if (is != null && is != partitionsOf(topic)) {
        wrong.add("%s has %d, not %d".formatted(topics.name(topic), is, partitionsOf(topic)));
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "partition counts do not fit: %s. All topics that are spread by customer need one count, and the others one partition; set the count to that of the existing topics, or create these anew"
              .formatted(String.join("; ", wrong)));
    }
  }

  private Map<String, Integer> partitions(Admin admin) throws InterruptedException {
    Set<String> ours = Topics.all().stream().map(topics::name).collect(Collectors.toSet());
    Set<String> there = await(admin.listTopics().names());
    ours.retainAll(there);
    Map<String, TopicDescription> described = await(admin.describeTopics(ours).allTopicNames());
    Map<String, Integer> partitions = new TreeMap<>();
    described.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
    return partitions;
  }

  private static void create(Admin admin, List<NewTopic> missing) throws InterruptedException {
    for (var created : admin.createTopics(missing).values().entrySet()) {
      try {
        created.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new KafkaException(
              "topic " + created.getKey() + " cannot be created", e.getCause());
        }
      }
    }
  }

  private static void awaitServed(Admin admin, List<NewTopic> created) throws InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : created) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    long deadlineNanos = System.nanoTime() + SERVED_PATIENCE.toNanos();
    while (!ends.isEmpty()) {
      try {
        admin.listOffsets(ends).all().get();
        return;
      } catch (ExecutionException e) {
        // A broker that has not heard of the topic yet says that there is none.
        boolean mayComeYet = e.getCause() instanceof UnknownTopicOrPartitionException;
        if (!mayComeYet || System.nanoTime() > deadlineNanos) {
          throw new KafkaException("the new topics are not served", e.getCause());
        }
        Thread.sleep(SERVED_PAUSE);
      }
    }
  }

  private static <T> T await(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new KafkaException("the broker cannot be asked about its topics", e.getCause());
    }
  }
}
