package io.duecast.standalone.letters;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends refused records again to where they came from. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = {
      "Sends refused records again, byte by byte as they were, to the topic they came from; after"
          + " the cause is gone: a schema registered, a setting changed, a newer version.",
      "What is refused again becomes a new letter, and the old one is marked so."
    })
final class RetryLetters implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();
  @Mixin LetterFilter filter = new LetterFilter();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Which; or use --all.")
  List<String> ids = new ArrayList<>();

  @Option(names = "--all", description = "All that wait, of --reason and --topic if given.")
  boolean isAll;

  private final Console console;

  RetryLetters(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (isAll == !ids.isEmpty()) {
      throw new CommandFailure("name the letters, or say --all; one of the two");
    }
    try (Connection connection = Connection.open(platform.read(console))) {
      List<DeadLetter> chosen = chosen(Letters.read(connection));
      send(connection, chosen);
      new Processing(connection).await(left -> {});
      Letters after = Letters.read(connection);
      long again =
          chosen.stream().filter(it -> after.state(it) == Letters.State.REFUSED_AGAIN).count();
      console.print(
          "%d sent again: %d accepted, %d refused again",
          chosen.size(), chosen.size() - again, again);
      return again == 0 ? 0 : 1;
    }
  }

  private List<DeadLetter> chosen(Letters letters) {
    if (isAll) {
      return letters.of(filter).stream()
          .filter(letter -> letters.state(letter) == Letters.State.WAITING)
          .toList();
    }
    return ids.stream()
        .map(
            id ->
                letters
                    .find(id)
                    .orElseThrow(
                        () ->
                            new CommandFailure(
                                "no dead letter %s; 'dead-letters list' has them", id)))
        .toList();
  }

  private static void send(Connection connection, List<DeadLetter> letters)
      throws InterruptedException {
    Properties config = connection.cluster();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (DeadLetter letter : letters) {
        sent.add(producer.send(record(letter)));
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("a letter could not be sent again", e.getCause());
    }
  }

  private static ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            letter.sourceTopic(),
            letter.partition(),
            letter.timestamp().toEpochMilli(),
            bytes(letter.key()),
            bytes(letter.value()));
    letter
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equals(Letters.RETRY_OF)) {
                record.headers().add(name, value.get());
              }
            });
    record.headers().add(Letters.RETRY_OF, letter.id().getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.get();
  }
}
