package io.duecast.containers;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.wire.Schemas;
import io.duecast.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A producer of invoices that is none of ours: Confluent's serializer alone, with a schema of
 * another release, either older or newer than today's.
 */
final class OtherSchema implements AutoCloseable {
  private static final int FRONT_BYTES = 5;

  private final Installation installation;
  private final Schema schema;
  private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
  private final Producer<String, byte[]> producer;

  private OtherSchema(Installation installation, Schema schema) {
    this.installation = installation;
    this.schema = schema;
    serializer.configure(
        Map.of(
            "schema.registry.url",
            installation.cluster().registryUrl(),
            "value.subject.name.strategy",
            "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy",
            "avro.use.logical.type.converters",
            false),
        false);
    this.producer =
        new KafkaProducer<>(
            installation.cluster().clients(), new StringSerializer(), new ByteArraySerializer());
  }

  /** One that does not know a field yet. */
  static OtherSchema without(String field, Installation installation) {
    Schema today = Schemas.of(InvoiceIssued.class);
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field it : today.getFields()) {
      if (!it.name().equals(field)) {
        fields.add(new Schema.Field(it, it.schema()));
      }
    }
    return new OtherSchema(installation, with(fields, today));
  }

  /** One that knows a text more than we do. */
  static OtherSchema withAlso(String field, Installation installation) {
    Schema today = Schemas.of(InvoiceIssued.class);
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field it : today.getFields()) {
      fields.add(new Schema.Field(it, it.schema()));
    }
    fields.add(new Schema.Field(field, Schema.create(Schema.Type.STRING), "Another's.", ""));
    return new OtherSchema(installation, with(fields, today));
  }

  private static Schema with(List<Schema.Field> fields, Schema like) {
    return Schema.createRecord(like.getName(), like.getDoc(), like.getNamespace(), false, fields);
  }

  /** The bytes of an invoice; asks the registry for the schema's id, and registers it, once. */
  byte[] bytes(InvoiceIssued invoice) {
    String topic = installation.name(Topics.INVOICE_EVENTS);
    byte[] ours = installation.serdes().serializer(Topics.INVOICE_EVENTS).serialize(topic, invoice);
    try {
      GenericRecord record =
          new GenericDatumReader<GenericRecord>(
                  Schemas.of(InvoiceIssued.class), schema, GenericData.get())
              .read(
                  null,
                  DecoderFactory.get()
                      .binaryDecoder(ours, FRONT_BYTES, ours.length - FRONT_BYTES, null));
      return serializer.serialize(topic, record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends what {@link #bytes} made of an invoice. */
  void send(InvoiceIssued invoice, byte[] bytes) throws Exception {
    String customer = ((Fact) invoice).customer().value();
    producer
        .send(
            new ProducerRecord<>(
                installation.name(Topics.INVOICE_EVENTS),
                Installation.partitionOf(customer),
                invoice.envelope().recordedAt().toEpochMilli(),
                customer,
                bytes))
        .get();
  }

  @Override
  public void close() {
    producer.close();
    serializer.close();
  }
}
