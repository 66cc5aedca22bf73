package io.duecast.standalone.book;

import io.duecast.book.Book;
import io.duecast.book.HistoricalEvent;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a book to {@code historical-events}, in its order, days to every partition. Each time the
 * brokers have all that was sent, the checkpoint says so.
 */
final class BookSender implements AutoCloseable {
  private static final int EVENTS_PER_CHECKPOINT = 5_000;

  private final Connection connection;
  private final String topic;
  private final Producer<String, Record> producer;
  private final int partitions;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  BookSender(Connection connection) {
    this.connection = connection;
    this.topic = connection.topics().name(Topics.HISTORICAL_EVENTS);
    Properties config = connection.cluster();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 << 10);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    this.producer =
        new KafkaProducer<>(
            config,
            new StringSerializer(),
            connection.serdes().serializer(Topics.HISTORICAL_EVENTS));
    this.partitions = producer.partitionsFor(topic).size();
  }

  /**
   * Sends what the checkpoint does not have.
   *
   * @param invoices learns of every invoice of the book, those sent before too
   * @param learning is given each day that has begun everywhere
   * @param progress told how many events of the book are sent
   */
  Checkpoint send(
      Book book,
      Checkpoint from,
      Path file,
      BookInvoices invoices,
      HistoryLearning learning,
      ImportProgress progress)
      throws InterruptedException {
    Checkpoint checkpoint = from;
    long event = 0;
    while (book.hasNext()) {
      HistoricalEvent next = book.next();
      if (next instanceof HistoricalEvent.OfFact it && it.fact() instanceof InvoiceIssued issued) {
        invoices.add(issued.customer(), issued.invoice());
      }
      event++;
      if (event > from.sent()) {
        send(next);
        if (next instanceof HistoricalEvent.OfDay it && learning.isDue(it.day())) {
          flush();
          learning.learn(it.day(), it.recordedAt());
        }
      }
      if (event > from.sent() && (event % EVENTS_PER_CHECKPOINT == 0 || !book.hasNext())) {
        flush();
        checkpoint = checkpoint.withSent(event);
        checkpoint.write(file);
        progress.sent(event);
        requireNotStopped(event);
      }
    }
    return checkpoint;
  }

  private void requireNotStopped(long event) {
    if (connection.setup().console().stop().isAsked()) {
      throw new CommandFailure(
          "stopped after %,d events; the same command goes on from there", event);
    }
  }

  private void send(HistoricalEvent event) {
    long at = event.recordedAt().toEpochMilli();
    switch (event) {
      case HistoricalEvent.OfFact it -> {
        Fact fact = it.fact();
        send(new ProducerRecord<>(topic, null, at, TopicKey.of(fact), (Record) fact));
      }
      case HistoricalEvent.OfDay it -> {
        for (int partition = 0; partition < partitions; partition++) {
          send(new ProducerRecord<>(topic, partition, at, TopicKey.of(it.day()), it.day()));
        }
      }
    }
  }

  private void send(ProducerRecord<String, Record> record) {
    var unused =
        producer.send(
            record,
            (sent, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  private void flush() {
    producer.flush();
    Exception problem = failure.get();
    if (problem != null) {
      throw new KafkaException("the book could not be sent", problem);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
