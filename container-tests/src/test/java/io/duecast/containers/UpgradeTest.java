package io.duecast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.model.ModelFile;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.risk.RiskAssessed;
import io.duecast.wire.ModelArtifact;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/**
 * One instance after the other is replaced under load. Nothing has been released yet, so that both
 * are of this release; what is of another is an ERP's invoices, by a schema that does not know a
 * field yet and was registered before ours, and the model, a file of the format that stands among
 * the fixtures. The stores are taken over from the one before.
 */
@NeedsContainers
class UpgradeTest {
  @Test
  void oneAfterTheOtherIsReplacedAndOlderInvoicesAndModelsStillCount() throws Exception {
    Installation installation = Installation.of("upgrade");
    List<InvoiceIssued> ofOldSchema = new ArrayList<>();
    try (OtherSchema older = OtherSchema.without("attributes", installation)) {
      send(older, ofOldSchema, installation);
      try (Instance first = installation.start();
          Instance second = installation.begin();
          Company company = Company.begin(installation, 23);
          Probes probes = Probes.begin(installation)) {
        second.awaitReady();
        probes.awaitScored(50);
        String model = release(installation);
        awaitScoredBy(model, probes, installation, older, ofOldSchema);

        long began = System.nanoTime();
        for (Instance it : List.of(first, second)) {
          it.stop();
          send(older, ofOldSchema, installation);
          it.startAgain();
          it.awaitReady();
          Members.awaitSharedBetween(2, installation);
        }
        probes.awaitScored(50);
        Probes.Waits waits = probes.waits(began, began);
        awaitScoredBy(model, probes, installation, older, ofOldSchema);
        Verdict.on(installation, company, probes, ofOldSchema);
        Recovery.note("one after the other is replaced", waits);
      }
    }
  }

  /** An older producer's invoice, scored by this model. */
  private static void awaitScoredBy(
      String model,
      Probes probes,
      Installation installation,
      OtherSchema older,
      List<InvoiceIssued> sent)
      throws Exception {
    Await.until(
        "an invoice is scored by model " + model,
        Duration.ofMinutes(4),
        () -> {
          InvoiceIssued invoice = send(older, sent, installation);
          Await.until(
              "it is scored",
              Duration.ofMinutes(4),
              () -> probes.riskOf(invoice.invoice()) != null);
          RiskAssessed risk = Objects.requireNonNull(probes.riskOf(invoice.invoice()));
          return risk.modelId().equals(model);
        });
  }

  private static InvoiceIssued send(
      OtherSchema older, List<InvoiceIssued> sent, Installation installation) throws Exception {
    String name = "older-" + sent.size();
    InvoiceIssued invoice = Probes.invoice(name, name, installation);
    older.send(invoice, older.bytes(invoice));
    sent.add(invoice);
    return invoice;
  }

  private static String release(Installation installation) throws Exception {
    byte[] file;
    try (InputStream fixture = ModelFile.class.getResourceAsStream("/model-format-1.bin")) {
      file = Objects.requireNonNull(fixture).readAllBytes();
    }
    String id = ModelFile.id(file);
    assertThat(ModelFile.read(file)).isNotNull();
    Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
    send(
        Topics.MODEL_ARTIFACTS,
        new ModelArtifact(id, ModelFile.FORMAT_VERSION, Bytes.wrap(file), now),
        installation);
    ModelReleased released =
        new ModelReleased(
            ModelSlot.CHAMPION + ":" + id + "@" + now,
            ModelSlot.CHAMPION,
            id,
            null,
            now,
            null,
            ReleaseDecision.PASSED,
            List.of("the fixture of the format"),
            "test",
            "test",
            0,
            Map.of(),
            now);
    send(Topics.MODEL_RELEASES, released, installation);
    return id;
  }

  private static <V> void send(Topic<V> topic, V value, Installation installation)
      throws Exception {
    try (Producer<String, V> producer =
        new KafkaProducer<>(
            installation.cluster().clients(),
            new StringSerializer(),
            installation.serdes().serializer(topic))) {
      producer
          .send(new ProducerRecord<>(installation.name(topic), TopicKey.of(value), value))
          .get();
    }
  }
}
