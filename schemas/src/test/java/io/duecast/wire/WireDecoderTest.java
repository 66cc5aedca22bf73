package io.duecast.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.duecast.check.RejectReason;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentSettled;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.Trust;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireDecoderTest {
  private static final int HEADER = 5;

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final WireDecoder decoder = new WireDecoder(registry);
  private final InvoiceIssued invoice = new RandomRecords(17).next(InvoiceIssued.class);
  private final byte[] key = invoice.customer().value().getBytes(UTF_8);

  @Test
  void aGoodRecordIsAValue() throws Exception {
    assertThat(decoder.decode(Topics.INVOICE_EVENTS, key, good()))
        .isEqualTo(new Decoded.Value<>(invoice));
  }

  @Test
  void noValueIsRefused() {
    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, key, null), RejectReason.UNDECODABLE);
  }

  @Test
  void theFirstByteIsZero() throws Exception {
    byte[] bytes = good();
    bytes[0] = 1;

    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, key, bytes), RejectReason.UNDECODABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void anIdThatNobodyRegisteredIsRefused(int id) throws Exception {
    byte[] bytes = good();
    ByteBuffer.wrap(bytes).putInt(1, id);

    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, key, bytes), RejectReason.UNKNOWN_SCHEMA);
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    byte[] bytes = good();
    for (int length = 0; length < bytes.length; length++) {
      assertRefused(
          decoder.decode(Topics.INVOICE_EVENTS, key, Arrays.copyOf(bytes, length)),
          RejectReason.UNDECODABLE);
    }
  }

  @Test
  void bytesLeftOverAreRefused() throws Exception {
    byte[] bytes = good();

    assertRefused(
        decoder.decode(Topics.INVOICE_EVENTS, key, Arrays.copyOf(bytes, bytes.length + 1)),
        RejectReason.UNDECODABLE);
  }

  @Test
  void aTypeThatBelongsElsewhereIsRefused() throws Exception {
    PaymentSettled settled = new RandomRecords(3).next(PaymentSettled.class);
    byte[] bytes =
        framed(Schemas.of(PaymentSettled.class), codec(PaymentSettled.class).write(settled));

    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, key, bytes), RejectReason.UNEXPECTED_TYPE);
    assertThat(
            decoder.decode(
                Topics.PAYMENT_EVENTS, settled.customer().value().getBytes(UTF_8), bytes))
        .isEqualTo(new Decoded.Value<>(settled));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"string\"",
        "{\"type\":\"record\",\"name\":\"InvoiceIssued\",\"fields\":[]}",
        "{\"type\":\"enum\",\"name\":\"io.duecast.InvoiceIssued\",\"symbols\":[\"A\"]}"
      })
  void aSchemaThatIsNotOursIsRefused(String schema) throws Exception {
    byte[] bytes = framed(new Schema.Parser().parse(schema), new byte[] {0});

    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, key, bytes), RejectReason.UNEXPECTED_TYPE);
  }

  @Test
  void theKeyIsTheCustomer() throws Exception {
    assertRefused(
        decoder.decode(Topics.INVOICE_EVENTS, "other".getBytes(UTF_8), good()),
        RejectReason.KEY_MISMATCH);
    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, null, good()), RejectReason.KEY_MISMATCH);
  }

  @Test
  void aBlankIdIsRefusedAndSoIsABlankSource() throws Exception {
    assertRefused(changed(r -> set(r, "invoice", new Utf8("  "))), RejectReason.CONTRACT_VIOLATION);
    assertRefused(
        changed(r -> set((GenericData.Record) r.get("envelope"), "source", new Utf8(""), r)),
        RejectReason.CONTRACT_VIOLATION);
  }

  @Test
  void anUnknownCurrencyIsRefused() throws Exception {
    assertRefused(
        changed(r -> set(r, "payable", money("100", "XXQ"))), RejectReason.CONTRACT_VIOLATION);
  }

  @Test
  void anAmountOfZeroIsRefused() throws Exception {
    assertRefused(
        changed(r -> set(r, "payable", money("0", "EUR"))), RejectReason.IMPOSSIBLE_AMOUNT);
  }

  @Test
  void anAmountOfAThousandBytesIsRefusedAndNotPrinted() throws Exception {
    byte[] huge = new byte[1000];
    Arrays.fill(huge, (byte) 0x7f);
    GenericData.Record money = money("1", "EUR");
    money.put("amount", ByteBuffer.wrap(huge));

    Decoded<?> decoded = changed(r -> set(r, "payable", money));

    assertRefused(decoded, RejectReason.IMPOSSIBLE_AMOUNT);
    assertThat(((Decoded.Rejected<?>) decoded).detail())
        .contains("payable.amount")
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -30_000, 90_000, Integer.MAX_VALUE})
  void aDateOutsideTheCenturiesIsRefused(int day) throws Exception {
    assertRefused(changed(r -> set(r, "issuedOn", day)), RejectReason.IMPOSSIBLE_DATE);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 9_999_999_999_999L, Long.MAX_VALUE})
  void aTimestampThatKafkaCouldNotCarryIsRefused(long millis) throws Exception {
    assertRefused(
        changed(r -> set((GenericData.Record) r.get("envelope"), "recordedAt", millis, r)),
        RejectReason.IMPOSSIBLE_DATE);
  }

  @Test
  void randomBytesBehindAGoodHeaderNeverDoHarm() throws Exception {
    long seed = 20260302;
    Random random = new Random(seed);
    byte[] good = good();
    for (int i = 0; i < 20_000; i++) {
      byte[] body = new byte[random.nextInt(300)];
      random.nextBytes(body);
      byte[] bytes = Arrays.copyOf(good, HEADER + body.length);
      System.arraycopy(body, 0, bytes, HEADER, body.length);

      assertThat(decoder.decode(Topics.INVOICE_EVENTS, key, bytes))
          .as("seed %d, round %d", seed, i)
          .isInstanceOf(Decoded.Rejected.class);
    }
  }

  @Test
  void flippedBitsGiveAValueOrAReasonAndNeverAnythingElse() throws Exception {
    long seed = 11;
    Random random = new Random(seed);
    int refused = 0;
    byte[] good = good();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      bytes[HEADER + random.nextInt(bytes.length - HEADER)] ^= (byte) (1 << random.nextInt(8));
      refused +=
          decoder.decode(Topics.INVOICE_EVENTS, key, bytes) instanceof Decoded.Rejected ? 1 : 0;
    }
    assertThat(refused).as("seed %d", seed).isGreaterThan(1000);
  }

  @Test
  void aGoodRecordAfterABadOneIsRead() throws Exception {
    byte[] bytes = good();
    for (int length = HEADER; length < bytes.length; length++) {
      decoder.decode(Topics.INVOICE_EVENTS, key, Arrays.copyOf(bytes, length));
      assertThat(decoder.decode(Topics.INVOICE_EVENTS, key, bytes))
          .isEqualTo(new Decoded.Value<>(invoice));
    }
  }

  @Test
  void manyThreadsReadWithOneDecoder() throws Exception {
    byte[] bytes = good();

    assertThat(
            IntStream.range(0, 4_000)
                .parallel()
                .mapToObj(i -> decoder.decode(Topics.INVOICE_EVENTS, key, bytes)))
        .hasSize(4_000)
        .containsOnly(new Decoded.Value<>(invoice));
  }

  @Test
  void aListThatClaimsToBeEndlessIsRefusedAtOnce() throws Exception {
    Schema schema = Schemas.of(InvoiceIssued.class);
    for (long claimed : List.of(Long.MAX_VALUE, Long.MIN_VALUE, (long) Integer.MAX_VALUE)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      for (Schema.Field field : schema.getFields()) {
        if (field.name().equals("discountTerms")) {
          encoder.writeLong(claimed);
          break;
        }
        new GenericDatumWriter<>(field.schema()).write(record().get(field.name()), encoder);
      }

      assertRefused(
          decoder.decode(Topics.INVOICE_EVENTS, key, framed(schema, out.toByteArray())),
          RejectReason.UNDECODABLE);
    }
  }

  @Test
  void textThatIsNoUtf8IsRefused() throws Exception {
    byte[] bytes = good();
    int at = HEADER + 1; // the first byte of the event id, after its length
    bytes[at] = (byte) 0xff;

    assertRefused(decoder.decode(Topics.INVOICE_EVENTS, key, bytes), RejectReason.UNDECODABLE);
  }

  private byte[] good() throws Exception {
    return framed(Schemas.of(InvoiceIssued.class), codec(InvoiceIssued.class).write(invoice));
  }

  private static <T> RecordCodec<T> codec(Class<T> type) {
    return RecordCodec.of(type, Schemas.of(type), Trust.OUTSIDE);
  }

  private byte[] framed(Schema schema, byte[] body) throws Exception {
    int id = registry.register(schema.getName(), new AvroSchema(schema));
    return ByteBuffer.allocate(HEADER + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  private GenericData.Record record() throws Exception {
    Schema schema = Schemas.of(InvoiceIssued.class);
    byte[] bytes = codec(InvoiceIssued.class).write(invoice);
    return new GenericDatumReader<GenericData.Record>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }

  private Decoded<?> changed(UnaryOperator<GenericData.Record> change) throws Exception {
    Schema schema = Schemas.of(InvoiceIssued.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(change.apply(record()), encoder);
    encoder.flush();
    return decoder.decode(Topics.INVOICE_EVENTS, key, framed(schema, out.toByteArray()));
  }

  private static GenericData.Record set(GenericData.Record in, String field, Object value) {
    in.put(field, value);
    return in;
  }

  private static GenericData.Record set(
      GenericData.Record in, String field, Object value, GenericData.Record whole) {
    in.put(field, value);
    return whole;
  }

  private static GenericData.Record money(String unscaled, String currency) {
    GenericData.Record money = new GenericData.Record(Schemas.of(Money.class));
    money.put("amount", ByteBuffer.wrap(new BigInteger(unscaled).toByteArray()));
    money.put("currency", new Utf8(currency));
    return money;
  }

  private static void assertRefused(Decoded<?> decoded, RejectReason reason) {
    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
    assertThat(((Decoded.Rejected<?>) decoded).reason())
        .as(((Decoded.Rejected<?>) decoded).detail())
        .isEqualTo(reason);
  }
}
