package io.duecast.standalone;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which topics there are, and what lies on them. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the topics: partitions, offsets, keys, and what they carry.",
      "Offsets count records and the marks of transactions."
    })
final class TopicsCommand implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  private final Console console;

  TopicsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console));
        Consumer<byte[], byte[]> consumer = consumer(connection.cluster())) {
      TextTable table = new TextTable(List.of("topic", "partitions", "offsets", "key", "carries"));
      for (Topic<?> topic : Topics.all()) {
        table.row(row(topic, connection, consumer));
      }
      table.lines().forEach(line -> console.print("%s", line));
    }
    return 0;
  }

  private static List<String> row(
      Topic<?> topic, Connection connection, Consumer<byte[], byte[]> consumer) {
    String name = connection.topics().name(topic);
    List<TopicPartition> partitions =
        consumer.partitionsFor(name).stream()
            .map(it -> new TopicPartition(name, it.partition()))
            .toList();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    long offsets =
        consumer.endOffsets(partitions).entrySet().stream()
            .mapToLong(it -> it.getValue() - begins.getOrDefault(it.getKey(), 0L))
            .sum();
    return List.of(
        name,
        Integer.toString(partitions.size()),
        String.format(Locale.ROOT, "%,d", offsets),
        topic.key().meaning(),
        topic.types().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")));
  }

  private static Consumer<byte[], byte[]> consumer(Properties cluster) {
    return new KafkaConsumer<>(cluster, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
