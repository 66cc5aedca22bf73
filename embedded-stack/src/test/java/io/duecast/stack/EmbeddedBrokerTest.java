package io.duecast.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.duecast.stack.testing.TestStack;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
  private Path directory;

  @BeforeEach
  void in(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void whatWasCommittedIsThereAfterARestartOnTheSameAddress() throws Exception {
    String address;
    try (EmbeddedBroker first = EmbeddedBroker.start(directory, BrokerSettings.defaults())) {
      address = first.bootstrapServers();
      Broker broker = new Broker(address);
      broker.create("payments");
      broker.commit("payments", List.of("eleven", "thirteen"));
      broker.abort("payments", List.of("never"));
      assertThat(broker.read("payments", "early", 2)).containsExactly("eleven", "thirteen");
    }
    try (EmbeddedBroker second = EmbeddedBroker.start(directory, BrokerSettings.defaults())) {
      assertThat(second.bootstrapServers()).isEqualTo(address);
      Broker broker = new Broker(address);
      broker.commit("payments", List.of("seventeen"));
      assertThat(broker.read("payments", "early", 1)).containsExactly("seventeen");
      assertThat(broker.read("payments", "late", 3))
          .containsExactly("eleven", "thirteen", "seventeen");
    }
  }

  @Test
  void anotherAddressIsTakenWhenTheRememberedOneIsGone() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      Files.writeString(directory.resolve("ports.properties"), "broker=" + other.getLocalPort());
      int chosen = Ports.of(directory).choose("broker", 0);
      assertThat(chosen).isPositive().isNotEqualTo(other.getLocalPort());
    }
  }

  @Test
  void aPortThatIsTakenIsRefusedByName() throws Exception {
    try (ServerSocket other = new ServerSocket(0)) {
      BrokerSettings settings = BrokerSettings.defaults().withPort(other.getLocalPort());
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> EmbeddedBroker.start(directory, settings))
          .withMessage(
              "broker: port %d on 127.0.0.1 is taken by another program; stop it, choose another"
                  + " port, or 0 for a free one",
              other.getLocalPort());
    }
    DirectoryLock.take(directory, "test").close();
  }

  @Test
  void aPortThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerSettings.defaults().withPort(65_536))
        .withMessage("broker: port 65536 is not between 1 and 65535, nor 0 for a free one");
  }

  @Test
  void aSettingThatKafkaRefusesIsNamedAndTheDirectoryIsFreeAgain() {
    BrokerSettings settings = BrokerSettings.defaults().with("message.max.bytes", "many");
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedBroker.start(directory, settings))
        .withMessageStartingWith("broker: Kafka does not start on " + directory)
        .withMessageContaining("message.max.bytes");
    DirectoryLock.take(directory, "test").close();
  }

  @Test
  void aDirectoryInUseIsRefused() {
    try (DirectoryLock lock = DirectoryLock.take(directory, "test")) {
      assertThat(lock).isNotNull();
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> EmbeddedBroker.start(directory, BrokerSettings.defaults()))
          .withMessage(
              "broker: directory %s is in use by this process; stop it or choose another directory",
              directory);
    }
  }

  @Test
  void aDirectoryThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> EmbeddedBroker.start(file, BrokerSettings.defaults()))
        .withMessageStartingWith("broker: directory " + file + " cannot be written");
  }

  @Test
  void aTopicIsNotCreatedByWritingToIt() {
    Broker broker = new Broker(TestStack.shared().bootstrapServers());
    try (var producer = broker.producer(Map.of("max.block.ms", 500))) {
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> producer.send(Broker.record("mistyped", "x")).get())
          .withCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void aTopicKeepsItsRecordsForEverUnlessToldOtherwise() throws Exception {
    Broker broker = new Broker(TestStack.shared().bootstrapServers());
    broker.create("history");
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "history");
    try (var admin = broker.admin()) {
      var config = admin.describeConfigs(List.of(topic)).all().get().values().iterator().next();
      assertThat(config.get("retention.ms").value()).isEqualTo("-1");
      assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
    }
  }

  @Test
  void aRecordOfTwentyMegabytesPasses() throws Exception {
    Broker broker = new Broker(TestStack.shared().bootstrapServers());
    broker.create("models");
    byte[] model = new byte[20 * 1024 * 1024];
    try (var producer =
        broker.producer(
            Map.of("max.request.size", 32 * 1024 * 1024, "buffer.memory", 64L * 1024 * 1024))) {
      producer.send(new ProducerRecord<>("models", model)).get();
    }
    assertThat(broker.read("models", "scorer", 1)).singleElement().asString().hasSize(model.length);
  }
}
