import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An ERP that knows nothing of Duecast but its topics and schemas: it publishes invoices by
 * Confluent's own serializer, and waits until the risk of each can be read by Confluent's own
 * deserializer; and something that is no invoice, which must become a dead letter.
 *
 * <p>Run as a source file: {@code java -cp 'jars/*' PublishInvoices.java BROKERS REGISTRY SCHEMA}.
 */
final class PublishInvoices {
  private static final int INVOICES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Map<String, Object> clients = new HashMap<>();
  private final Schema schema;
  private final String run = Long.toString(System.currentTimeMillis(), 36);

  private PublishInvoices(String brokers, String registry, Schema schema) {
    this.schema = schema;
    clients.put("bootstrap.servers", brokers);
    clients.put("schema.registry.url", registry);
    clients.put("avro.use.logical.type.converters", true);
    clients.put(
        "value.subject.name.strategy",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
    clients.put("isolation.level", "read_committed");
  }

  public static void main(String[] arguments) throws Exception {
    Schema schema = new Schema.Parser().parse(Path.of(arguments[2]).toFile());
    new PublishInvoices(arguments[0], arguments[1], schema).run();
  }

  private void run() throws Exception {
    Set<String> published = publish();
    System.out.printf("published %d invoices and one record that is none%n", published.size());
    long begin = System.nanoTime();
    var risks = new KafkaAvroDeserializer();
    risks.configure(clients, false);
    await(
        "invoice-risk",
        record -> {
          GenericRecord risk = (GenericRecord) risks.deserialize("invoice-risk", record);
          String invoice = risk.get("invoice").toString();
          if (published.remove(invoice) && published.size() == INVOICES - 1) {
            System.out.printf(
                "%s: probability late %.2f, band %s, by %s%n",
                invoice, risk.get("probabilityLate"), risk.get("band"), risk.get("modelId"));
          }
          return published.isEmpty();
        });
    System.out.printf(
        "each came back as a risk, the last after %.1f s%n", (System.nanoTime() - begin) / 1e9);
    await(
        "dead-letters",
        record -> new String(record, StandardCharsets.ISO_8859_1).contains("no invoice " + run));
    System.out.println("the other came back as a dead letter");
  }

  private Set<String> publish() throws Exception {
    Set<String> published = new TreeSet<>();
    var serializer = new KafkaAvroSerializer();
    serializer.configure(clients, false);
    try (var producer =
        new KafkaProducer<>(clients, new StringSerializer(), new ByteArraySerializer())) {
      for (int number = 0; number < INVOICES; number++) {
        String invoice = "%s-%03d".formatted(run, number);
        String customer = "customer-" + number % 8;
        byte[] value = serializer.serialize("invoice-events", invoice(invoice, customer));
        producer.send(new ProducerRecord<>("invoice-events", customer, value)).get();
        published.add(invoice);
      }
      byte[] none = ("no invoice " + run).getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>("invoice-events", "customer-1", none)).get();
    }
    return published;
  }

  private GenericRecord invoice(String number, String customer) {
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    LocalDate today = LocalDate.now();
    Schema money = schema.getField("payable").schema().getTypes().get(1);
    return new GenericRecordBuilder(schema)
        .set(
            "envelope",
            new GenericRecordBuilder(schema.getField("envelope").schema())
                .set("eventId", "erp-" + number)
                .set("occurredAt", now)
                .set("recordedAt", now)
                .set("ingestedAt", now)
                .set("source", "erp")
                .set("replayed", false)
                .build())
        .set("invoice", number)
        .set("customer", customer)
        .set(
            "documentType",
            new GenericData.EnumSymbol(schema.getField("documentType").schema(), "INVOICE"))
        .set("issuedOn", today)
        .set("dueOn", today.plusDays(30))
        .set(
            "payable",
            new GenericRecordBuilder(money)
                .set("amount", new BigDecimal("119.0000"))
                .set("currency", "EUR")
                .build())
        .build();
  }

  private void await(String topic, Predicate<byte[]> isAllThere) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var consumer =
        new KafkaConsumer<>(clients, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (System.nanoTime() < deadline) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (isAllThere.test(record.value())) {
            return;
          }
        }
      }
    }
    System.out.printf("%s: not all is there after %d s%n", topic, PATIENCE.toSeconds());
    System.exit(1);
  }
}
