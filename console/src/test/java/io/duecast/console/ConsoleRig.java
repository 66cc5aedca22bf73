package io.duecast.console;

import io.duecast.calendar.DayOpened;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.console.database.Database;
import io.duecast.console.database.DatabaseAddress;
import io.duecast.console.log.FactLog;
import io.duecast.console.projection.Projector;
import io.duecast.console.projection.ReadModel;
import io.duecast.receivable.Fact;
import io.duecast.service.watch.HealthBoard;
import io.duecast.stack.testing.TestStack;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jdbi.v3.core.Jdbi;

/** Topics of its own on a real broker, and a database of its own on a real PostgreSQL. */
public final class ConsoleRig implements AutoCloseable {
  public static final int PARTITIONS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final NamedTopics topics = Topics.named("console-" + COUNT.incrementAndGet() + ".");
  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", TestStack.shared().registryUrl()));
  private final Database database;
  private final Jdbi onlooker;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<Topic<?>, Serializer<Object>> serializers = new HashMap<>();

  public ConsoleRig() throws Exception {
    DatabaseAddress address = TestDatabase.fresh();
    database = Database.open(address);
    String mark =
        (address.url().contains("?") ? "&" : "?")
            + "assumeMinServerVersion=16&ApplicationName=onlooker";
    onlooker = Jdbi.create(address.url() + mark, address.user(), address.password());
    try (Admin admin = Admin.create(cluster())) {
      new TopicCreation(topics, PARTITIONS, (short) 1).ensure(admin);
    }
    producer = new KafkaProducer<>(cluster(), new StringSerializer(), new ByteArraySerializer());
  }

  public Database database() {
    return database;
  }

  /** The tables, over a connection that nobody hangs up. */
  public ReadModel model() {
    return new ReadModel(onlooker);
  }

  public NamedTopics topics() {
    return topics;
  }

  public static Properties cluster() {
    Properties cluster = new Properties();
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
    return cluster;
  }

  /** A projector that has not begun. */
  public Projector projector() {
    return projector(new HealthBoard(Clock.systemUTC()));
  }

  /** The same, on a board that somebody looks at. */
  public Projector projector(HealthBoard board) {
    return new Projector(
        new ReadModel(database.writing()),
        cluster(),
        serdes.decoder(),
        topics,
        board,
        Clock.systemUTC());
  }

  /** What puts facts on the topics; to be closed. */
  public FactLog log() {
    return new FactLog(cluster(), serdes, topics);
  }

  /** Puts records where the flows would. */
  public void write(List<Written> records) {
    records.forEach(it -> put(it.topic(), it.value()));
    producer.flush();
  }

  public void write(Topic<?> topic, Object value) {
    write(List.of(new Written(topic, value)));
  }

  private void put(Topic<?> topic, Object value) {
    String name = topics.name(topic);
    RecordHeaders headers = new RecordHeaders();
    byte[] bytes = serializer(topic).serialize(name, headers, value);
    if (value instanceof DayOpened) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        var unused =
            producer.send(
                new ProducerRecord<>(name, partition, TopicKey.of(value), bytes, headers));
      }
    } else {
      var unused =
          producer.send(new ProducerRecord<>(name, null, TopicKey.of(value), bytes, headers));
    }
  }

  @SuppressWarnings("unchecked")
  private Serializer<Object> serializer(Topic<?> topic) {
    return serializers.computeIfAbsent(
        topic, it -> (Serializer<Object>) (Serializer<?>) serdes.serializer(it));
  }

  /** Waits until all that is on the topics is in the tables. */
  public void awaitProjected() {
    Map<TopicPartition, Long> ends = ends();
    await(() -> projected().entrySet().containsAll(ends.entrySet()));
  }

  /** What is on the topic of collections, of all partitions. */
  public List<Fact> facts() {
    return records(Topics.COLLECTIONS_EVENTS).stream().<Fact>map(it -> it.value()).toList();
  }

  /** What is on a topic, of all partitions. */
  public <V> List<ConsumerRecord<String, V>> records(Topic<V> about) {
    Properties config = cluster();
    config.put("auto.offset.reset", "earliest");
    String topic = topics.name(about);
    try (KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), serdes.deserializer(about))) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      List<ConsumerRecord<String, V>> records = new ArrayList<>();
      while (all.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
      return records;
    }
  }

  private Map<TopicPartition, Long> ends() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(cluster(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all = new ArrayList<>();
      Map<TopicPartition, Long> ends = new HashMap<>();
      consumer
          .listTopics()
          .forEach(
              (name, partitions) -> {
                if (name.startsWith(topics.prefix())) {
                  for (PartitionInfo it : partitions) {
                    all.add(new TopicPartition(name, it.partition()));
                  }
                }
              });
      ends.putAll(consumer.endOffsets(all));
      ends.values().removeIf(it -> it == 0);
      return ends;
    }
  }

  private Map<TopicPartition, Long> projected() {
    Map<TopicPartition, Long> known = new HashMap<>();
    rows("select topic, partition, next_offset from projected_offsets")
        .forEach(
            row ->
                known.put(
                    new TopicPartition(
                        (String) row.get("topic"), ((Number) row.get("partition")).intValue()),
                    ((Number) row.get("next_offset")).longValue()));
    return known;
  }

  public List<Map<String, Object>> rows(String sql, Object... values) {
    return onlooker.withHandle(handle -> handle.select(sql, values).mapToMap().list());
  }

  /** Changes what the tables say, as nobody does. */
  public void change(String sql) {
    onlooker.useHandle(handle -> handle.execute(sql));
  }

  /** Every row of every table, as text and in order. */
  public Map<String, List<String>> tables() {
    Map<String, List<String>> all = new TreeMap<>();
    for (String table : ReadModel.TABLES) {
      all.put(
          table,
          onlooker.withHandle(
              handle ->
                  handle
                      .createQuery("select t::text from " + table + " t order by 1")
                      .mapTo(String.class)
                      .list()));
    }
    return all;
  }

  /** Waits for what happens elsewhere. */
  public static void await(BooleanSupplier happened) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen within " + PATIENCE);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  @Override
  public void close() {
    producer.close();
    database.close();
  }
}
