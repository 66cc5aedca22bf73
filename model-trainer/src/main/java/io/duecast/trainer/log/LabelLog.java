package io.duecast.trainer.log;

import io.duecast.label.LabelledInvoice;
import io.duecast.trainer.data.Columns;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicEnds;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads {@code labelled-invoices} from the beginning to the ends that it has now, twice: first for
 * which label of each invoice is the last, then for those. Where there are more invoices than may
 * be kept, a sample is: those whose id has the lowest hash, so that every invoice has the same
 * chance and the next reading takes the same ones.
 */
public final class LabelLog {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Properties cluster;
  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final int mostRows;

  /**
   * A log of one installation.
   *
   * @param cluster what a client needs to reach the brokers
   * @param mostRows that are kept in memory
   */
  public LabelLog(Properties cluster, NamedTopics topics, WireSerdes serdes, int mostRows) {
    this.cluster = cluster;
    this.topics = topics;
    this.serdes = serdes;
    this.mostRows = mostRows;
  }

  private record Last(int partition, long offset, int revision) {}

  private interface Reader {
    void read(ConsumerRecord<byte[], byte[]> record, LabelledInvoice invoice);
  }

  /**
   * The invoices issued before a day with what is known of them now.
   *
   * @param columns of the features
   */
  public LabelledBook read(LocalDate issuedBefore, Columns columns) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topics.name(Topics.LABELLED_INVOICES)).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      Map<TopicPartition, Long> ends = TopicEnds.of(cluster, partitions);
      Sample sample = new Sample(mostRows);
      readTo(
          ends,
          consumer,
          (record, invoice) -> {
            if (invoice.issuedOn().isBefore(issuedBefore)) {
              sample.add(record, invoice);
            }
          });
      LabelledBook.Builder book = LabelledBook.builder(columns);
      readTo(
          ends,
          consumer,
          (record, invoice) -> {
            if (sample.isLast(record, invoice)) {
              book.add(invoice);
            }
          });
      Map<String, Long> offsets = new TreeMap<>();
      ends.forEach((partition, end) -> offsets.put(partition.toString(), end));
      return book.build(offsets, sample.share());
    }
  }

  private void readTo(
      Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer, Reader reader) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    while (ends.entrySet().stream()
        .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        TopicPartition at = new TopicPartition(record.topic(), record.partition());
        if (record.offset() < ends.getOrDefault(at, 0L)
            && serdes.decoder().decode(Topics.LABELLED_INVOICES, record.key(), record.value())
                instanceof Decoded.Value<Record> it
            && it.value() instanceof LabelledInvoice invoice) {
          reader.read(record, invoice);
        }
      }
    }
  }

  /** Which invoices are kept, and which label of each is the last. */
  private static final class Sample {
    private final int most;
    private final Map<String, Last> lastOf = new HashMap<>();
    private long threshold = 1L << 32;

    Sample(int most) {
      this.most = most;
    }

    void add(ConsumerRecord<byte[], byte[]> record, LabelledInvoice invoice) {
      String id = idOf(invoice);
      if (hash(id) >= threshold) {
        return;
      }
      lastOf.merge(
          id,
          new Last(record.partition(), record.offset(), invoice.revision()),
          (known, next) -> next.revision() >= known.revision() ? next : known);
      while (lastOf.size() > most) {
        threshold /= 2;
        lastOf.keySet().removeIf(it -> hash(it) >= threshold);
      }
    }

    boolean isLast(ConsumerRecord<byte[], byte[]> record, LabelledInvoice invoice) {
      Last last = lastOf.get(idOf(invoice));
      return last != null
          && last.partition() == record.partition()
          && last.offset() == record.offset();
    }

    double share() {
      return (double) threshold / (1L << 32);
    }

    private static String idOf(LabelledInvoice invoice) {
      return invoice.customer().value() + '\u0000' + invoice.invoice().value();
    }

    /** 0 to 2^32, evenly: the text's own hash, stirred. */
    private static long hash(String id) {
      long mixed = id.hashCode() * 0x9E3779B97F4A7C15L;
      mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
      return (mixed ^ (mixed >>> 32)) & 0xFFFFFFFFL;
    }
  }
}
