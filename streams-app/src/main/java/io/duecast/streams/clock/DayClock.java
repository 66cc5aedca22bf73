package io.duecast.streams.clock;

import io.duecast.calendar.DayOpened;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Standing;
import io.duecast.service.watch.Watching;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each day that begins to every partition of {@code business-days}, and after an outage each
 * day that was missed, in order. Several may run: whoever finds a partition behind writes, in one
 * transaction, and the one before is fenced off.
 */
public final class DayClock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DayClock.class);

  /** Its name among the parts of a service. */
  public static final String PART = "day-clock";

  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Properties cluster;
  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final Clock clock;
  private final ZoneId zone;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("day-clock").unstarted(task));
  private LocalDate opened = LocalDate.MIN;
  private HealthBoard board = Watching.unseen().board();
  private @Nullable Future<?> ticking;

  /**
   * A clock that does not run yet.
   *
   * @param cluster what a client needs to reach the brokers
   * @param zone in which the days begin
   */
  public DayClock(
      Properties cluster, NamedTopics topics, WireSerdes serdes, Clock clock, ZoneId zone) {
    this.cluster = cluster;
    this.topics = topics;
    this.serdes = serdes;
    this.clock = clock;
    this.zone = zone;
  }

  /** Opens what is to be opened now, and from now on each day as it begins. */
  public void start(HealthBoard whereToSay) {
    board = whereToSay;
    board.say(PART, Standing.COMING, "is to open the day");
    ticking = timer.scheduleWithFixedDelay(this::tick, 0, TICK.toSeconds(), TimeUnit.SECONDS);
  }

  /** Opens the days up to today that are not open yet. */
  public void tick() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    if (!today.isAfter(opened)) {
      return;
    }
    try {
      openUpTo(today);
      opened = today;
      board.say(PART, Standing.READY, "open");
    } catch (ProducerFencedException e) {
      LOG.info("another day clock has opened {}", today);
    } catch (KafkaException e) {
      LOG.warn("cannot open {} yet: {}", today, e.getMessage());
      board.say(PART, Standing.COMING, "cannot open " + today + " yet");
    }
  }

  private void openUpTo(LocalDate today) {
    try (Producer<String, DayOpened> producer = producer()) {
      producer.initTransactions();
      List<ProducerRecord<String, DayOpened>> missed = new ArrayList<>();
      lastOpened()
          .forEach(
              (partition, last) -> {
                for (LocalDate day : MissedDays.upTo(today, last)) {
                  missed.add(record(partition, day));
                }
              });
      if (missed.isEmpty()) {
        return;
      }
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = missed.stream().map(producer::send).toList();
      producer.commitTransaction();
      LOG.debug("{} records", sent.size());
      LOG.info("opened {}", today);
    }
  }

  private ProducerRecord<String, DayOpened> record(int partition, LocalDate day) {
    Instant begins = day.atStartOfDay(zone).toInstant();
    return new ProducerRecord<>(
        topics.name(Topics.BUSINESS_DAYS),
        partition,
        begins.toEpochMilli(),
        day.toString(),
        new DayOpened(day, false));
  }

  /** The last day of each partition; {@link LocalDate#MIN} where there is none. */
  private Map<Integer, LocalDate> lastOpened() {
    try (Consumer<String, DayOpened> consumer = consumer()) {
      String topic = topics.name(Topics.BUSINESS_DAYS);
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<Integer, LocalDate> last = new TreeMap<>();
      for (TopicPartition partition : partitions) {
        last.put(
            partition.partition(), lastOf(consumer, partition, ends.getOrDefault(partition, 0L)));
      }
      return last;
    }
  }

  /** A commit marker, or several, may stand behind the last day: so look back a little. */
  private static LocalDate lastOf(
      Consumer<String, DayOpened> consumer, TopicPartition partition, long end) {
    for (long back = 8; ; back *= 8) {
      long from = Math.max(0, end - back);
      consumer.assign(List.of(partition));
      consumer.seek(partition, from);
      LocalDate last = LocalDate.MIN;
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, DayOpened> record : consumer.poll(PATIENCE)) {
          last = record.value().date().isAfter(last) ? record.value().date() : last;
        }
      }
      if (last.isAfter(LocalDate.MIN) || from == 0) {
        return last;
      }
    }
  }

  private Producer<String, DayOpened> producer() {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "duecast-day-clock");
    return new KafkaProducer<>(
        config, new StringSerializer(), serdes.serializer(Topics.BUSINESS_DAYS));
  }

  private Consumer<String, DayOpened> consumer() {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(
        config, new StringDeserializer(), serdes.deserializer(Topics.BUSINESS_DAYS));
  }

  @Override
  public void close() {
    if (ticking != null) {
      ticking.cancel(true);
    }
    timer.shutdownNow();
  }
}
