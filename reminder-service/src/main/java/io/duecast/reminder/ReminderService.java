package io.duecast.reminder;

import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The service as a process: {@code java … io.duecast.reminder.ReminderService FILE}. */
public final class ReminderService {
  private ReminderService() {}

  /**
   * Runs until the process ends.
   *
   * @param args a properties file, see {@link ServiceSettings}
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("one argument is expected: a properties file");
    }
    Properties all = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
      all.load(file);
    }
    run(new ServiceSettings(all), Clock.systemUTC());
  }

  private static void run(ServiceSettings settings, Clock clock) {
    NamedTopics topics = Topics.named(settings.prefix());
    WireSerdes serdes = new WireSerdes(settings.registry());
    Properties reading = settings.cluster();
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    Properties writing = settings.cluster();
    writing.put(ProducerConfig.ACKS_CONFIG, "all");
    Postman postman =
        new Postman(settings.couriers(clock), settings.addresses(), settings.templates(), clock);
    try (var consumer =
            new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var producer =
            new KafkaProducer<>(
                writing, new StringSerializer(), serdes.serializer(Topics.REMINDER_STATUS))) {
      ReminderLoop loop =
          new ReminderLoop(consumer, producer, serdes.decoder(), topics, postman, clock);
      loop.catchUp();
      while (!Thread.currentThread().isInterrupted()) {
        loop.turn();
      }
    }
  }
}
