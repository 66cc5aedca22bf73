package io.duecast.containers;

import io.duecast.attribute.Attributes;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.risk.RiskAssessed;
import io.duecast.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Live invoices, issued one after the other to customers of every partition, and the moments in
 * which their risks were there to be read.
 */
final class Probes implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int CUSTOMERS = 24;
  private static final int LATEST = 25;
  private static final int PATIENCE_MS = 360_000;

  private final Installation installation;
  private final Producer<String, Fact> producer;
  private final List<InvoiceIssued> issued = new ArrayList<>();
  private final Map<InvoiceId, Long> issuedAt = new ConcurrentHashMap<>();
  private final Map<InvoiceId, Long> scoredAt = new ConcurrentHashMap<>();
  private final Map<InvoiceId, RiskAssessed> risks = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final Thread issuing = Thread.ofPlatform().daemon().name("issue").unstarted(this::issue);
  private final Thread watching = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
  private volatile boolean isOver;

  private Probes(Installation installation) {
    this.installation = installation;
    var config = installation.cluster().clients();
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    this.producer =
        new KafkaProducer<>(
            config,
            new StringSerializer(),
            installation.serdes().serializer(Topics.INVOICE_EVENTS));
  }

  static Probes begin(Installation installation) {
    Probes probes = new Probes(installation);
    probes.watching.start();
    probes.issuing.start();
    return probes;
  }

  /** An invoice of today. */
  static InvoiceIssued invoice(String number, String customer, Installation installation) {
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    LocalDate today = LocalDate.ofInstant(now, installation.zone());
    return new InvoiceIssued(
        new Envelope(new EventId(number), now, now, now, "probe", null, false),
        new InvoiceId(number),
        new CustomerId(customer),
        DocumentType.INVOICE,
        today,
        today.plusDays(30),
        null,
        Money.of("117.13", "EUR"),
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

  private void issue() {
    try {
      for (int number = 0; !isOver; number++) {
        InvoiceIssued invoice =
            invoice("probe-" + number, "probed-" + number % CUSTOMERS, installation);
        issued.add(invoice);
        send(invoice);
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void send(InvoiceIssued invoice) {
    issuedAt.put(invoice.invoice(), System.nanoTime());
    var unused =
        producer.send(
            new ProducerRecord<>(
                installation.name(Topics.INVOICE_EVENTS),
                Installation.partitionOf(invoice.customer().value()),
                invoice.envelope().recordedAt().toEpochMilli(),
                invoice.customer().value(),
                invoice),
            (where, problem) -> {
              if (problem != null) {
                failure.compareAndSet(null, problem);
              }
            });
  }

  private void watch() {
    String topic = installation.name(Topics.INVOICE_RISK);
    try (KafkaConsumer<String, RiskAssessed> consumer =
        new KafkaConsumer<>(
            installation.committed(),
            new StringDeserializer(),
            installation.serdes().deserializer(Topics.INVOICE_RISK))) {
      consumer.assign(
          IntStream.range(0, Installation.PARTITIONS)
              .mapToObj(it -> new TopicPartition(topic, it))
              .toList());
      while (!Thread.currentThread().isInterrupted()) {
        consumer
            .poll(POLL)
            .forEach(
                it -> {
                  scoredAt.putIfAbsent(it.value().invoice(), System.nanoTime());
                  risks.putIfAbsent(it.value().invoice(), it.value());
                });
      }
    } catch (RuntimeException e) {
      if (!isOver) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /** Until as many more are scored: the flow is in full swing. */
  void awaitScored(int more) throws Exception {
    long from = System.nanoTime();
    Await.until(
        more + " invoices that were issued now are scored",
        Duration.ofMinutes(5),
        () ->
            issuedAt.entrySet().stream()
                    .filter(it -> it.getValue() >= from && scoredAt.containsKey(it.getKey()))
                    .count()
                >= more);
  }

  /** The risk of a live invoice, if it is there. */
  @Nullable RiskAssessed riskOf(InvoiceId invoice) {
    return risks.get(invoice);
  }

  /** Issues nothing more; all that was issued, when everything of it is scored. */
  List<InvoiceIssued> end() throws Exception {
    isOver = true;
    issuing.join();
    producer.flush();
    if (failure.get() != null) {
      throw new AssertionError("an invoice could not be issued, or read", failure.get());
    }
    Await.until(
        "every live invoice is scored",
        Duration.ofMinutes(5),
        () -> scoredAt.keySet().containsAll(issuedAt.keySet()));
    return issued;
  }

  /**
   * How long invoices waited.
   *
   * @param began when the trouble began, by {@link System#nanoTime}
   * @param ended when it ended, and the flow could recover
   */
  Waits waits(long began, long ended) {
    NavigableMap<Long, Double> before = new TreeMap<>();
    double longest = 0;
    double afterwards = 0;
    for (Map.Entry<InvoiceId, Long> it : issuedAt.entrySet()) {
      Long scored = scoredAt.get(it.getKey());
      if (scored == null) {
        continue;
      }
      double waited = (scored - it.getValue()) / 1e9;
      if (scored < began) {
        before.put(scored, waited);
      } else {
        longest = Math.max(longest, waited);
        afterwards = Math.max(afterwards, (scored - Math.max(it.getValue(), ended)) / 1e9);
      }
    }
    return new Waits(medianOfTheLatest(before), longest, afterwards);
  }

  private static double medianOfTheLatest(NavigableMap<Long, Double> waits) {
    List<Double> latest = waits.descendingMap().values().stream().limit(LATEST).sorted().toList();
    return latest.get(latest.size() / 2);
  }

  /**
   * Seconds from issue to a risk that can be read.
   *
   * @param usual the median of the latest before the trouble
   * @param longest since it began
   * @param afterwards the longest since it ended, of invoices that were still waiting too
   */
  record Waits(double usual, double longest, double afterwards) {}

  @Override
  public void close() {
    isOver = true;
    issuing.interrupt();
    watching.interrupt();
    producer.close(Duration.ofSeconds(5));
  }
}
