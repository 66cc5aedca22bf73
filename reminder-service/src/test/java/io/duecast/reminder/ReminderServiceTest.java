package io.duecast.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Reminder;
import io.duecast.service.launch.StopSignal;
import io.duecast.stack.testing.TestStack;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service against a real broker, a real registry and a mail server that runs here. */
class ReminderServiceTest {
  private static final int PATIENCE_SECONDS = 180;
  private static final NamedTopics TOPICS = Topics.named("sender.");

  @TempDir Path directory;

  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final StopSignal stop = new StopSignal();

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void aReminderComesToTheMailboxAndWordOfItBackAndAskedToStopItEnds() throws Exception {
    CompletableFuture<Integer> code = CompletableFuture.supplyAsync(this::run);
    write(ReminderExamples.dueAt(Instant.now(), ReminderExamples.reminder(Channel.EMAIL, "en")));

    assertThat(mail.waitForIncomingEmail(PATIENCE_SECONDS * 1000L, 1)).isTrue();
    stop.ask();

    assertThat(code.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isZero();
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(records(Topics.REMINDER_STATUS)).isEqualTo(1);
  }

  private int run() {
    Map<String, String> environment =
        Map.of(
            "DUECAST_CLUSTER_BOOTSTRAP",
            TestStack.shared().bootstrapServers(),
            "DUECAST_REGISTRY_URL",
            TestStack.shared().registryUrl(),
            "DUECAST_TOPICS_PREFIX",
            TOPICS.prefix(),
            "DUECAST_REMINDERS_MAIL_HOST",
            "127.0.0.1",
            "DUECAST_REMINDERS_MAIL_PORT",
            Integer.toString(mail.getSmtp().getPort()),
            "DUECAST_REMINDERS_MAIL_FROM",
            "billing@example.com",
            "DUECAST_REMINDERS_ADDRESSES",
            addresses().toString());
    return ReminderApp.commandLine(stop, environment).execute();
  }

  private Path addresses() {
    try {
      return Files.writeString(
          directory.resolve("addresses.csv"), "customer,email\nacme,acme@example.com\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Reminder reminder) throws Exception {
    WireSerdes serdes =
        new WireSerdes(Map.of("schema.registry.url", TestStack.shared().registryUrl()));
    Properties config = cluster();
    config.put("max.block.ms", PATIENCE_SECONDS * 1000);
    try (KafkaProducer<String, Reminder> producer =
        new KafkaProducer<>(config, new StringSerializer(), serdes.serializer(Topics.REMINDERS))) {
      producer
          .send(
              new ProducerRecord<>(TOPICS.name(Topics.REMINDERS), TopicKey.of(reminder), reminder))
          .get();
    }
  }

  private static long records(Topic<?> topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(cluster(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPICS.name(topic)).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private static Properties cluster() {
    Properties cluster = new Properties();
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
    return cluster;
  }
}
