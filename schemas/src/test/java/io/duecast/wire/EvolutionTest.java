package io.duecast.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.duecast.check.RejectReason;
import io.duecast.receivable.Change;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.wire.codec.RecordCodec;
import io.duecast.wire.codec.Trust;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Writers that are older or newer than this reader. */
class EvolutionTest {
  private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final WireDecoder decoder = new WireDecoder(registry);
  private final InvoiceIssued invoice = new RandomRecords(13).next(InvoiceIssued.class);

  @Test
  void aKindThatANewerWriterKnowsIsUnknownToUs() throws Exception {
    Schema newer = altered("\"INVOICE\"", "\"SELF_BILLED_INVOICE\",\"INVOICE\"");

    Decoded<Fact> decoded =
        written(newer, r -> r.put("documentType", symbol(newer, "SELF_BILLED_INVOICE")));

    assertThat(valueOf(decoded).documentType()).isEqualTo(DocumentType.UNKNOWN);
  }

  @Test
  void aFieldThatANewerWriterAddsIsPassedOver() throws Exception {
    Schema newer =
        altered(
            "{\"name\":\"issuedOn\"",
            "{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[]},{\"name\":\"issuedOn\"");

    Decoded<Fact> decoded = written(newer, r -> r.put("lines", List.of("a", "b")));

    assertThat(valueOf(decoded)).isEqualTo(invoice);
  }

  @Test
  void aFieldThatAnOlderWriterDoesNotKnowHasItsDefault() throws Exception {
    Schema older = without("attributes");

    assertThat(valueOf(written(older, r -> {})).attributes().values()).isEmpty();
  }

  @Test
  void aRequiredFieldThatAWriterDoesNotKnowIsAContractViolation() throws Exception {
    Schema older = without("issuedOn");

    Decoded<Fact> decoded = written(older, r -> {});

    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.CONTRACT_VIOLATION);
              assertThat(rejected.detail()).contains("issuedOn");
            });
  }

  @Test
  void centsAreNotReadAsHundredthsOfACent() throws Exception {
    Schema cents = altered("\"precision\":19,\"scale\":4", "\"precision\":19,\"scale\":2");

    assertThat(written(cents, r -> {}))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.CONTRACT_VIOLATION);
              assertThat(rejected.detail()).contains("payable.amount");
            });
  }

  @Test
  void aFieldThatIsMandatoryForAWriterMayBeNullForUs() throws Exception {
    Schema stricter =
        with("dueOn", LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT)));

    Decoded<Fact> decoded =
        written(stricter, r -> r.put("dueOn", (int) invoice.issuedOn().toEpochDay() + 30));

    assertThat(valueOf(decoded).dueOn()).isEqualTo(invoice.issuedOn().plusDays(30));
  }

  @Test
  void aChangeThatWeDoNotKnowYetPassesForNoneThatWeKnow() throws Exception {
    ReceivableChanged changed = new RandomRecords(5).next(ReceivableChanged.class);
    String kind = changed.change().getClass().getSimpleName();

    assertThat(decodedWithout(kind, changed))
        .isInstanceOfSatisfying(
            Decoded.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.CONTRACT_VIOLATION);
              assertThat(rejected.detail()).contains(kind + "Anew");
            });
  }

  @Test
  void theOtherChangesOfAWriterWithAnUnknownOneAreRead() throws Exception {
    ReceivableChanged changed = new RandomRecords(5).next(ReceivableChanged.class);
    String other = changed.change() instanceof Change.Withdrawn ? "Settled" : "Withdrawn";

    assertThat(decodedWithout(other, changed)).isEqualTo(new Decoded.Value<>(changed));
  }

  /** Read from a writer that has another kind of change in the place of one. */
  private Decoded<Record> decodedWithout(String kind, ReceivableChanged changed) throws Exception {
    Schema today = Schemas.of(ReceivableChanged.class);
    String json = today.toString();
    assertThat(json).contains("\"name\":\"" + kind + "\"");
    Schema newer =
        new Schema.Parser()
            .parse(json.replace("\"name\":\"" + kind + "\"", "\"name\":\"" + kind + "Anew\""));
    byte[] bytes = RecordCodec.of(ReceivableChanged.class, today, Trust.OURS).write(changed);
    byte[] key = changed.customer().value().getBytes(UTF_8);
    return decoder.decode(Topics.RECEIVABLES, key, framed(newer, bytes));
  }

  private static Schema altered(String from, String to) {
    String json = Schemas.of(InvoiceIssued.class).toString();
    assertThat(json).contains(from);
    return new Schema.Parser().parse(json.replace(from, to));
  }

  private static Schema without(String field) {
    return ofFields(fields().filter(f -> !f.name().equals(field)));
  }

  private static Schema with(String field, Schema type) {
    return ofFields(
        fields().map(f -> f.name().equals(field) ? new Schema.Field(field, type, null) : f));
  }

  private static Stream<Schema.Field> fields() {
    return Schemas.of(InvoiceIssued.class).getFields().stream()
        .map(f -> new Schema.Field(f, f.schema()));
  }

  private static Schema ofFields(Stream<Schema.Field> fields) {
    return Schema.createRecord("InvoiceIssued", null, "io.duecast", false, fields.toList());
  }

  private static GenericData.EnumSymbol symbol(Schema schema, String name) {
    return new GenericData.EnumSymbol(schema.getField("documentType").schema(), name);
  }

  /** The invoice, as a writer with another schema would write it. */
  private Decoded<Fact> written(Schema schema, Consumer<GenericData.Record> change)
      throws Exception {
    Schema today = Schemas.of(InvoiceIssued.class);
    byte[] ours = RecordCodec.of(InvoiceIssued.class, today, Trust.OUTSIDE).write(invoice);
    GenericData.Record read =
        new GenericDatumReader<GenericData.Record>(today)
            .read(null, DecoderFactory.get().binaryDecoder(ours, null));
    GenericData.Record theirs = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      theirs.put(field.pos(), today.getField(field.name()) == null ? null : read.get(field.name()));
    }
    change.accept(theirs);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(theirs, encoder);
    byte[] key = invoice.customer().value().getBytes(UTF_8);
    return decoder.decode(Topics.INVOICE_EVENTS, key, framed(schema, out.toByteArray()));
  }

  private byte[] framed(Schema schema, byte[] body) throws Exception {
    int id = registry.register("any", new AvroSchema(schema));
    return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
  }

  private static InvoiceIssued valueOf(Decoded<Fact> decoded) {
    assertThat(decoded).isInstanceOf(Decoded.Value.class);
    return (InvoiceIssued) Objects.requireNonNull(((Decoded.Value<Fact>) decoded).value());
  }
}
