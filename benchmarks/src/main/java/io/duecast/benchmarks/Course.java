package io.duecast.benchmarks;

import io.duecast.indicator.Indicators;
import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Scorers;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.ledger.LedgerSettings;
import io.duecast.streams.ledger.Patience;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;

/** One broker, one set of facts on it, and the two topologies that run over them. */
final class Course implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final int SAMPLES = 5_000;
  private static final String BARE_OUTPUT = "pass-through";
  private static final List<Topic<?>> OUTPUTS =
      List.of(Topics.RECEIVABLES, Topics.INVOICE_RISK, Topics.HIGH_RISK_INVOICES);

  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
  private final Properties cluster = new Properties();
  private final Admin admin;
  private final Path directory;
  private final int threads;
  private final Map<Topic<?>, Serializer<?>> serializers = new HashMap<>();
  private long facts;
  private long outputsOfOneRun;
  private List<byte[]> samples = List.of();

  Course(String bootstrapServers, Path directory, int threads) {
    this.directory = directory;
    this.threads = threads;
    cluster.put("bootstrap.servers", bootstrapServers);
    admin = Admin.create(cluster);
  }

  /** How long a topology took from its first record to its last commit. */
  record Lap(double seconds) {}

  /** Writes facts of an economy in the order in which they were recorded. */
  int writeFacts(int customers, int atLeast) throws Exception {
    new TopicCreation(topics, PARTITIONS, (short) 1).ensure(admin);
    admin
        .createTopics(
            List.of(
                new NewTopic(BARE_OUTPUT, PARTITIONS, (short) 1)
                    .configs(Map.of("retention.ms", "-1"))))
        .all()
        .get();
    EconomySettings settings =
        EconomySettings.standard()
            .withCustomers(customers)
            .withInvoicesPerCustomerDay(Math.max(0.002, 200.0 / customers))
            .withDays(1000);
    Iterator<Arrival> arrivals = Economy.of(settings, Arrival.Order.AS_RECORDED).arrivals();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(cluster, new ByteArraySerializer(), new ByteArraySerializer())) {
      while (sent.size() < atLeast && arrivals.hasNext()) {
        if (arrivals.next() instanceof Arrival.OfFact it) {
          sent.add(producer.send(record(it.event())));
        }
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
    facts = sent.size();
    return sent.size();
  }

  private ProducerRecord<byte[], byte[]> record(Fact fact) {
    Topic<?> topic = topicOf(fact);
    RecordHeaders headers = new RecordHeaders();
    return new ProducerRecord<>(
        topics.name(topic),
        null,
        fact.envelope().recordedAt().toEpochMilli(),
        fact.customer().value().getBytes(StandardCharsets.UTF_8),
        bytes(topic, fact, headers),
        headers);
  }

  @SuppressWarnings("unchecked") // a serializer is kept under its own topic
  private <V> byte[] bytes(Topic<V> topic, Fact fact, RecordHeaders headers) {
    Serializer<V> serializer =
        (Serializer<V>) serializers.computeIfAbsent(topic, it -> serdes.serializer(it));
    return serializer.serialize(topics.name(topic), headers, topic.value().cast(fact));
  }

  /** Runs ledger and scoring over all facts. */
  Lap runFull(String id) throws Exception {
    LedgerFlow flow =
        new LedgerFlow(
            topics,
            serdes,
            LedgerSettings.DEFAULT,
            Scorers.always(new BaselineScorer()),
            Indicators.NONE,
            Patience.DEFAULT);
    Lap lap = run(id, flow::build);
    if (samples.isEmpty()) {
      samples = sampleOutputs();
    }
    return lap;
  }

  /** Copies as many records of the same bytes as the whole topology writes. */
  Lap runBare(String id) throws Exception {
    double perFact = (double) outputsOfOneRun / facts;
    List<byte[]> values = samples;
    return run(id, builder -> PassThrough.build(builder, inputs(), BARE_OUTPUT, values, perFact));
  }

  private List<String> inputs() {
    return LedgerFlow.INPUTS.stream().map(topics::name).toList();
  }

  private interface Flow {
    void build(StreamsBuilder builder);
  }

  private Lap run(String id, Flow flow) throws Exception {
    Properties config =
        new FlowConfig(cluster, directory.resolve("state"), threads, (short) 1, 0, null).of(id);
    try (FlowRunner runner = FlowRunner.start(id, flow::build, config)) {
      while (committed(id) == 0) {
        Thread.sleep(Duration.ofMillis(5));
      }
      long started = System.nanoTime();
      long done = committed(id);
      while (committed(id) < facts) {
        Thread.sleep(Duration.ofMillis(5));
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      if (!runner.isAlive()) {
        throw new IllegalStateException(id + " has stopped");
      }
      return new Lap(seconds * facts / (facts - done));
    }
  }

  /** Records processed and committed; transaction markers among the offsets do not count. */
  private long committed(String group) throws Exception {
    long sum = 0;
    for (OffsetAndMetadata at :
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values()) {
      sum += at == null ? 0 : at.offset();
    }
    return sum;
  }

  private List<byte[]> sampleOutputs() throws Exception {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put("isolation.level", "read_committed");
    List<byte[]> sampled = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<TopicPartition, Long> ends = ends();
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          outputsOfOneRun++;
          if (outputsOfOneRun % 37 == 0 && sampled.size() < SAMPLES) {
            sampled.add(record.value());
          }
        }
      }
    }
    return sampled;
  }

  private Map<TopicPartition, Long> ends() throws Exception {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (Topic<?> topic : OUTPUTS) {
      for (int partition = 0; partition < PARTITIONS; partition++) {
        wanted.put(new TopicPartition(topics.name(topic), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((at, it) -> ends.put(at, it.offset()));
    return ends;
  }

  private static Topic<?> topicOf(Fact fact) {
    return switch (fact) {
      case InvoiceIssued it -> Topics.INVOICE_EVENTS;
      case InvoiceAmended it -> Topics.INVOICE_EVENTS;
      case CreditApplied it -> Topics.INVOICE_EVENTS;
      case PaymentReceived it -> Topics.PAYMENT_EVENTS;
      case PaymentSettled it -> Topics.PAYMENT_EVENTS;
      case DisputeOpened it -> Topics.COLLECTIONS_EVENTS;
      case DisputeResolved it -> Topics.COLLECTIONS_EVENTS;
      case BuyerResponded it -> Topics.COLLECTIONS_EVENTS;
      case CollectionOutcome it -> Topics.COLLECTIONS_EVENTS;
      case CustomerUpdated it -> Topics.CUSTOMER_EVENTS;
    };
  }

  @Override
  public void close() {
    admin.close();
  }
}
