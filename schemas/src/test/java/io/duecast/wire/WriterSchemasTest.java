package io.duecast.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes of a writer with the schema of today are read directly, all others by resolution. */
class WriterSchemasTest {
  private static final int HEADER = 5;
  private static final Schema TODAY = Schemas.of(InvoiceIssued.class);
  private static final RecordCodec<InvoiceIssued> CODEC =
      RecordCodec.of(InvoiceIssued.class, TODAY, Trust.OUTSIDE);

  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final WireDecoder decoder = new WireDecoder(registry);

  enum Writer {
    OF_TODAY,
    IN_ANOTHER_ORDER,
    WITH_ONE_FIELD_MORE;

    Schema schema() {
      List<Schema.Field> fields = new ArrayList<>();
      for (Schema.Field field : TODAY.getFields()) {
        fields.add(new Schema.Field(field, field.schema()));
      }
      return switch (this) {
        case OF_TODAY -> TODAY;
        case IN_ANOTHER_ORDER -> like(fields.reversed());
        case WITH_ONE_FIELD_MORE -> {
          fields.add(
              7, new Schema.Field("unknownHere", Schema.create(Schema.Type.STRING), "New.", ""));
          yield like(fields);
        }
      };
    }

    private static Schema like(List<Schema.Field> fields) {
      List<Schema.Field> copies =
          fields.stream().map(it -> new Schema.Field(it, it.schema())).toList();
      return Schema.createRecord(
          TODAY.getName(), TODAY.getDoc(), TODAY.getNamespace(), false, copies);
    }
  }

  @ParameterizedTest
  @EnumSource(Writer.class)
  void whoeverWroteItTheValueIsTheSame(Writer writer) throws Exception {
    RandomRecords records = new RandomRecords(23);
    for (int i = 0; i < 500; i++) {
      InvoiceIssued invoice = records.next(InvoiceIssued.class);

      assertThat(decode(invoice, written(invoice, writer)))
          .isEqualTo(decode(invoice, written(invoice, Writer.OF_TODAY)))
          .isEqualTo(new Decoded.Value<>(invoice));
    }
  }

  @ParameterizedTest
  @EnumSource(Writer.class)
  void everyTruncationIsRefusedAndTheNextRecordIsRead(Writer writer) throws Exception {
    InvoiceIssued invoice = new RandomRecords(17).next(InvoiceIssued.class);
    byte[] bytes = written(invoice, writer);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(decode(invoice, Arrays.copyOf(bytes, length)))
          .isInstanceOf(Decoded.Rejected.class);
      assertThat(decode(invoice, bytes)).isEqualTo(new Decoded.Value<>(invoice));
    }
    assertThat(decode(invoice, Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(Decoded.Rejected.class);
  }

  @ParameterizedTest
  @EnumSource(Writer.class)
  void flippedBitsGiveAValueOrAReasonAndNeverAnythingElse(Writer writer) throws Exception {
    long seed = 13;
    Random random = new Random(seed);
    InvoiceIssued invoice = new RandomRecords(17).next(InvoiceIssued.class);
    byte[] good = written(invoice, writer);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = good.clone();
      bytes[HEADER + random.nextInt(bytes.length - HEADER)] ^= (byte) (1 << random.nextInt(8));
      refused += decode(invoice, bytes) instanceof Decoded.Rejected ? 1 : 0;
    }
    assertThat(refused).as("seed %d", seed).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource(Writer.class)
  void randomBytesBehindAGoodHeaderNeverDoHarm(Writer writer) throws Exception {
    long seed = 20260303;
    Random random = new Random(seed);
    InvoiceIssued invoice = new RandomRecords(17).next(InvoiceIssued.class);
    byte[] good = written(invoice, writer);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = new byte[random.nextInt(300)];
      random.nextBytes(body);
      byte[] bytes = Arrays.copyOf(good, HEADER + body.length);
      System.arraycopy(body, 0, bytes, HEADER, body.length);

      assertThat(decode(invoice, bytes))
          .as("seed %d, round %d", seed, i)
          .isInstanceOf(Decoded.Rejected.class);
    }
  }

  private Decoded<?> decode(InvoiceIssued invoice, byte[] bytes) {
    return decoder.decode(Topics.INVOICE_EVENTS, invoice.customer().value().getBytes(UTF_8), bytes);
  }

  private byte[] written(InvoiceIssued invoice, Writer writer) throws Exception {
    Schema schema = writer.schema();
    int id = registry.register(writer.name(), new AvroSchema(schema));
    byte[] body = body(CODEC.write(invoice), schema);
    return ByteBuffer.allocate(HEADER + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  private static byte[] body(byte[] today, Schema schema) throws IOException {
    GenericData.Record read =
        new GenericDatumReader<GenericData.Record>(TODAY)
            .read(null, DecoderFactory.get().binaryDecoder(today, null));
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      boolean known = TODAY.getField(field.name()) != null;
      record.put(field.name(), known ? read.get(field.name()) : "of a later release");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
