package io.duecast.containers;

import io.duecast.calendar.DayOpened;
import io.duecast.receivable.Fact;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Downturn;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.simulator.WireDirt;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A simulated company whose past flows in steadily while something happens: every kind of fact and
 * the days between, each customer's in one order. It remembers what it sent where. Its records
 * carry the time at which they are sent: by that of their facts they would all come before the live
 * invoices, which would wait.
 */
final class Company implements AutoCloseable {
  private static final int PER_SECOND = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private final Installation installation;
  private final Serializer<Record> serializer;
  private final Producer<String, byte[]> producer;
  private final Iterator<Arrival> life;
  private final List<List<Heard>> sent = new ArrayList<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean isInAHurry;

  /** What lies on a partition, as it can be read there: a fact, or a day. */
  record Heard(Record event, Instant at) {}

  private Company(Installation installation, EconomySettings economy) {
    this.installation = installation;
    this.life = Economy.of(economy, Arrival.Order.AS_RECORDED).arrivals();
    for (int partition = 0; partition < Installation.PARTITIONS; partition++) {
      sent.add(new ArrayList<>());
    }
    var config = installation.cluster().clients();
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    this.serializer = installation.serdes().serializer(Topics.HISTORICAL_EVENTS);
    this.thread = Thread.ofPlatform().daemon().name("company").unstarted(this::live);
  }

  /** One that begins to live now; different in each test. */
  static Company begin(Installation installation, long seed) {
    LocalDate start = LocalDate.of(2024, 1, 1);
    EconomySettings economy =
        EconomySettings.demo()
            .withSeed(seed)
            .withStart(start)
            .withCustomers(80)
            .withDays(250)
            .withDirt(WireDirt.NONE)
            .withDownturn(new Downturn(start.plusDays(120), 0.8, 60))
            .withReplayed(true);
    Company company = new Company(installation, economy);
    company.thread.start();
    return company;
  }

  private void live() {
    long begin = System.nanoTime();
    try {
      for (long number = 0; life.hasNext() && failure.get() == null; number++) {
        long due = begin + number * 1_000_000_000L / PER_SECOND;
        while (!isInAHurry && System.nanoTime() < due) {
          Thread.sleep(2);
        }
        send(life.next());
      }
      producer.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void send(Arrival arrival) {
    switch (arrival) {
      case Arrival.OfFact it -> {
        Fact fact = it.event();
        String customer = TopicKey.of(fact);
        send(Installation.partitionOf(customer), customer, (Record) fact);
      }
      case Arrival.OfDay it -> {
        DayOpened day = it.event();
        for (int partition = 0; partition < Installation.PARTITIONS; partition++) {
          send(partition, TopicKey.of(day), day);
        }
      }
      case Arrival.OfIndicator it -> {}
    }
  }

  private void send(int partition, String key, Record event) {
    Instant at = Instant.ofEpochMilli(System.currentTimeMillis());
    String topic = installation.name(Topics.HISTORICAL_EVENTS);
    byte[] bytes = serializer.serialize(topic, event);
    Record asRead =
        installation.serdes().deserializer(Topics.HISTORICAL_EVENTS).deserialize(topic, bytes);
    sent.get(partition).add(new Heard(asRead, at));
    var unused =
        producer.send(
            new ProducerRecord<>(topic, partition, at.toEpochMilli(), key, bytes),
            (where, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  /** Lets the rest of its life pass at once; then all that it sent, partition by partition. */
  List<List<Heard>> liveOut() throws InterruptedException {
    isInAHurry = true;
    if (!thread.join(PATIENCE)) {
      throw new AssertionError("what the company sends does not get through");
    }
    if (failure.get() != null) {
      throw new AssertionError("a fact could not be sent", failure.get());
    }
    return sent;
  }

  @Override
  public void close() {
    thread.interrupt();
    producer.close(Duration.ofSeconds(5));
  }
}
