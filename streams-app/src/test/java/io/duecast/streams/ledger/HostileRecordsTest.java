package io.duecast.streams.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.attribute.Attributes;
import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.indicator.Indicators;
import io.duecast.money.Money;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentSettled;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.Scorers;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Schemas;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand bad records among ten thousand good ones, on a real broker and registry. */
class HostileRecordsTest {
  private static final int EACH = 10_000;
  private static final long SEED = 20260302;
  private static final int HEADER_BYTES = 5;
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir Path stateDir;

  private final NamedTopics topics = Topics.named("hostile.");
  private final BrokerRig rig = new BrokerRig(topics);
  private final Random random = new Random(SEED);
  private final Serializer<Fact> invoices = rig.serdes().serializer(Topics.INVOICE_EVENTS);
  private final Serializer<Fact> payments = rig.serdes().serializer(Topics.PAYMENT_EVENTS);

  /** A bad record, and the reasons that would be right for it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bad(byte[] key, byte[] value, Set<RejectReason> right) {}

  @Test
  void everyGoodOneIsScoredAndEveryBadOneIsKeptWithTheRightReason() throws Exception {
    new TopicCreation(topics, 3, (short) 1).ensure(rig.admin());
    Map<String, Bad> badByPlace = write();

    LedgerFlow flow =
        new LedgerFlow(
            FlowEnds.unwatched(topics, rig.serdes()),
            LedgerSettings.DEFAULT,
            Scorers.always(new BaselineScorer()),
            Indicators.NONE);
    try (rig;
        FlowRunner runner =
            FlowRunner.start(
                "hostile",
                flow::build,
                new FlowConfig(rig.cluster(), stateDir, 2, (short) 1, 0, null).of("hostile"))) {
      rig.awaitProcessed("hostile", LedgerFlow.INPUTS, Duration.ofMinutes(6));
      assertThat(runner.isAlive()).isTrue();

      Set<InvoiceId> scored = new HashSet<>();
      for (RiskAssessed risk : rig.read(Topics.INVOICE_RISK)) {
        assertThat(scored.add(risk.invoice())).as("scored once: %s", risk.invoice()).isTrue();
      }
      assertThat(scored).hasSize(EACH);
      assertKept(badByPlace, rig.read(Topics.DEAD_LETTERS));
    }
  }

  private static void assertKept(Map<String, Bad> badByPlace, List<DeadLetter> letters) {
    assertThat(letters).hasSize(badByPlace.size());
    Set<RejectReason> seen = EnumSet.noneOf(RejectReason.class);
    for (DeadLetter letter : letters) {
      Bad bad = badByPlace.get(letter.id());
      assertThat(bad).as(letter.id()).isNotNull();
      assertThat(letter.reason()).as("%s", letter).isIn(bad.right());
      assertThat(letter.value() == null ? null : letter.value().get()).isEqualTo(bad.value());
      assertThat(letter.detail()).isNotBlank();
      seen.add(letter.reason());
    }
    assertThat(seen)
        .contains(
            RejectReason.UNDECODABLE,
            RejectReason.UNKNOWN_SCHEMA,
            RejectReason.UNEXPECTED_TYPE,
            RejectReason.CONTRACT_VIOLATION,
            RejectReason.KEY_MISMATCH,
            RejectReason.IMPOSSIBLE_AMOUNT,
            RejectReason.IMPOSSIBLE_DATE,
            RejectReason.NO_DUE_DATE);
  }

  private Map<String, Bad> write() throws Exception {
    Map<Future<RecordMetadata>, Bad> sent = new HashMap<>();
    List<Future<RecordMetadata>> good = new ArrayList<>();
    String topic = topics.name(Topics.INVOICE_EVENTS);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(rig.cluster(), new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int number = 0; number < EACH; number++) {
        byte[] key = ("c" + number % 97).getBytes(UTF_8);
        good.add(producer.send(record(topic, key, bytes(issued(number, number % 97)))));
        Bad bad = bad(number);
        sent.put(producer.send(record(topic, bad.key(), bad.value())), bad);
      }
      for (Future<RecordMetadata> one : good) {
        one.get();
      }
    }
    Map<String, Bad> badByPlace = new HashMap<>();
    for (Map.Entry<Future<RecordMetadata>, Bad> one : sent.entrySet()) {
      RecordMetadata place = one.getKey().get();
      badByPlace.put(topic + "/" + place.partition() + "/" + place.offset(), one.getValue());
    }
    return badByPlace;
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, byte[] key, byte[] value) {
    return new ProducerRecord<>(topic, null, AT.toEpochMilli(), key, value);
  }

  private Bad bad(int number) throws IOException {
    byte[] key = ("c" + number % 97).getBytes(UTF_8);
    return switch (number % 12) {
      case 0 ->
          new Bad(key, noise(), EnumSet.of(RejectReason.UNDECODABLE, RejectReason.UNKNOWN_SCHEMA));
      case 1 -> new Bad(key, truncated(number), decoding());
      case 2 -> new Bad(key, settled(number), EnumSet.of(RejectReason.UNEXPECTED_TYPE));
      case 3 -> new Bad(key, unknownSchema(number), EnumSet.of(RejectReason.UNKNOWN_SCHEMA));
      case 4 -> new Bad(key, null, EnumSet.of(RejectReason.UNDECODABLE));
      case 5 ->
          new Bad(
              "someone".getBytes(UTF_8),
              bytes(issued(EACH + number, number % 97)),
              EnumSet.of(RejectReason.KEY_MISMATCH));
      case 6 ->
          new Bad(
              key,
              changed(number, it -> pay(it, -500)),
              EnumSet.of(RejectReason.IMPOSSIBLE_AMOUNT));
      case 7 ->
          new Bad(
              key, changed(number, it -> pay(it, 0)), EnumSet.of(RejectReason.IMPOSSIBLE_AMOUNT));
      case 8 ->
          new Bad(
              key,
              changed(number, it -> it.put("dueOn", Integer.MAX_VALUE)),
              EnumSet.of(RejectReason.IMPOSSIBLE_DATE, RejectReason.CONTRACT_VIOLATION));
      case 9 ->
          new Bad(
              key,
              changed(
                  number, it -> it.put("issuedOn", (int) LocalDate.of(1850, 1, 1).toEpochDay())),
              EnumSet.of(RejectReason.IMPOSSIBLE_DATE, RejectReason.CONTRACT_VIOLATION));
      case 10 ->
          new Bad(
              key,
              changed(number, it -> it.put("dueOn", null)),
              EnumSet.of(RejectReason.NO_DUE_DATE));
      default ->
          new Bad(
              key,
              changed(number, it -> it.put("invoice", " ")),
              EnumSet.of(RejectReason.CONTRACT_VIOLATION));
    };
  }

  /** Where the cut falls decides whether what is left decodes to nonsense or not at all. */
  private static Set<RejectReason> decoding() {
    return EnumSet.of(RejectReason.UNDECODABLE, RejectReason.CONTRACT_VIOLATION);
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] truncated(int number) {
    byte[] whole = bytes(issued(EACH + number, number % 97));
    return Arrays.copyOf(whole, HEADER_BYTES + random.nextInt(whole.length - HEADER_BYTES));
  }

  private byte[] unknownSchema(int number) {
    byte[] bytes = bytes(issued(EACH + number, number % 97));
    ByteBuffer.wrap(bytes).putInt(1, 1_000_000 + random.nextInt(1_000));
    return bytes;
  }

  private byte[] settled(int number) {
    PaymentSettled fact =
        new PaymentSettled(
            envelope("settled-" + number),
            new InvoiceId("i" + number),
            new CustomerId("c" + number % 97),
            LocalDate.parse("2026-03-02"),
            null);
    return payments.serialize(topics.name(Topics.PAYMENT_EVENTS), fact);
  }

  private static void pay(GenericRecord invoice, long tenThousandths) {
    GenericRecord money = (GenericRecord) invoice.get("payable");
    money.put("amount", ByteBuffer.wrap(BigInteger.valueOf(tenThousandths).toByteArray()));
  }

  /** What a producer that checks nothing could write. */
  private byte[] changed(int number, Consumer<GenericRecord> change) throws IOException {
    byte[] whole = bytes(issued(EACH + number, number % 97));
    Schema schema = Schemas.of(InvoiceIssued.class);
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(schema, schema, new GenericData())
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(whole, HEADER_BYTES, whole.length - HEADER_BYTES, null));
    change.accept(record);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, HEADER_BYTES);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema, new GenericData()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private byte[] bytes(InvoiceIssued fact) {
    return invoices.serialize(topics.name(Topics.INVOICE_EVENTS), fact);
  }

  private static InvoiceIssued issued(int number, int customer) {
    return new InvoiceIssued(
        envelope("issued-" + number),
        new InvoiceId("i" + number),
        new CustomerId("c" + customer),
        DocumentType.INVOICE,
        LocalDate.parse("2026-03-02"),
        LocalDate.parse("2026-04-01"),
        null,
        Money.of("113.17", "EUR"),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        Attributes.NONE);
  }

  private static Envelope envelope(String id) {
    return new Envelope(new EventId(id), AT, AT, AT, "test", null, false);
  }
}
