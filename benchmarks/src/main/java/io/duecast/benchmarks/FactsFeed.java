package io.duecast.benchmarks;

import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes the facts of an economy, in the order in which they were recorded. */
final class FactsFeed {
  private static final int DAYS = 1000;
  private static final double INVOICES_A_DAY = 200;
  private static final double FEWEST_INVOICES_PER_CUSTOMER_DAY = 0.002;

  private final Properties cluster;
  private final NamedTopics topics;
  private final WireSerdes serdes;
  private final Map<Topic<?>, Serializer<?>> serializers = new HashMap<>();

  FactsFeed(Properties cluster, NamedTopics topics, WireSerdes serdes) {
    this.cluster = cluster;
    this.topics = topics;
    this.serdes = serdes;
  }

  /** The facts of an economy of so many customers. */
  static Iterator<Fact> facts(int customers) {
    EconomySettings settings =
        EconomySettings.standard()
            .withCustomers(customers)
            .withInvoicesPerCustomerDay(
                Math.max(FEWEST_INVOICES_PER_CUSTOMER_DAY, INVOICES_A_DAY / customers))
            .withDays(DAYS);
    Iterator<Arrival> arrivals = Economy.of(settings, Arrival.Order.AS_RECORDED).arrivals();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(arrivals, Spliterator.ORDERED), false)
        .filter(Arrival.OfFact.class::isInstance)
        .<Fact>map(it -> ((Arrival.OfFact) it).event())
        .iterator();
  }

  /** Writes as many facts as wanted, unless the economy ends before. */
  void write(int customers, long wanted) {
    Iterator<Fact> facts = facts(customers);
    AtomicReference<Exception> failure = new AtomicReference<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(cluster, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long sent = 0; sent < wanted && facts.hasNext(); sent++) {
        var unused =
            producer.send(
                record(facts.next()),
                (metadata, exception) -> failure.compareAndSet(null, exception));
      }
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("a fact was not written", failure.get());
    }
  }

  /** The record of a fact, on its topic. */
  ProducerRecord<byte[], byte[]> record(Fact fact) {
    Topic<?> topic = topicOf(fact);
    RecordHeaders headers = new RecordHeaders();
    return new ProducerRecord<>(
        topics.name(topic),
        null,
        fact.envelope().recordedAt().toEpochMilli(),
        fact.customer().value().getBytes(StandardCharsets.UTF_8),
        bytes(topic, fact, headers),
        headers);
  }

  @SuppressWarnings("unchecked") // a serializer is kept under its own topic
  private <V> byte[] bytes(Topic<V> topic, Fact fact, RecordHeaders headers) {
    Serializer<V> serializer =
        (Serializer<V>) serializers.computeIfAbsent(topic, it -> serdes.serializer(it));
    return serializer.serialize(topics.name(topic), headers, topic.value().cast(fact));
  }

  private static Topic<?> topicOf(Fact fact) {
    return switch (fact) {
      case InvoiceIssued it -> Topics.INVOICE_EVENTS;
      case InvoiceAmended it -> Topics.INVOICE_EVENTS;
      case CreditApplied it -> Topics.INVOICE_EVENTS;
      case PaymentReceived it -> Topics.PAYMENT_EVENTS;
      case PaymentSettled it -> Topics.PAYMENT_EVENTS;
      case DisputeOpened it -> Topics.COLLECTIONS_EVENTS;
      case DisputeResolved it -> Topics.COLLECTIONS_EVENTS;
      case BuyerResponded it -> Topics.COLLECTIONS_EVENTS;
      case CollectionOutcome it -> Topics.COLLECTIONS_EVENTS;
      case CustomerUpdated it -> Topics.CUSTOMER_EVENTS;
    };
  }
}
