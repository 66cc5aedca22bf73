package io.duecast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.receivable.InvoiceIssued;
import io.duecast.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records come with a schema that nobody here has seen, while the registry cannot be asked. */
@NeedsContainers
class RegistryOutageTest {
  private static final Duration OUTAGE = Duration.ofSeconds(20);

  @Test
  void goodRecordsOfANewSchemaWaitForTheRegistry() throws Exception {
    Installation installation = Installation.of("registry");
    Part registry = installation.cluster().registry();
    try (Instance first = installation.start();
        Instance second = installation.begin();
        Company company = Company.begin(installation, 19);
        Probes probes = Probes.begin(installation);
        OtherSchema newer = OtherSchema.withAlso("approvedBy", installation)) {
      second.awaitReady();
      probes.awaitScored(50);
      List<InvoiceIssued> ofNewSchema = new ArrayList<>();
      List<byte[]> bytes = new ArrayList<>();
      for (int number = 0; number < 12; number++) {
        String name = "newer-" + number;
        ofNewSchema.add(Probes.invoice(name, name, installation));
        bytes.add(newer.bytes(ofNewSchema.getLast()));
      }

      long killed = System.nanoTime();
      registry.kill();
      for (int i = 0; i < bytes.size(); i++) {
        newer.send(ofNewSchema.get(i), bytes.get(i));
      }
      Await.forAsLongAs(OUTAGE);
      assertThat(installation.read(Topics.DEAD_LETTERS)).isEmpty();
      assertThat(ofNewSchema).allMatch(it -> probes.riskOf(it.invoice()) == null);

      registry.startAgain();
      installation.cluster().awaitRegistry();
      long answers = System.nanoTime();
      probes.awaitScored(50);
      Recovery.note("the registry is down, a new schema arrives", probes.waits(killed, answers));

      first.awaitReady();
      second.awaitReady();
      Verdict.on(installation, company, probes, ofNewSchema);
    }
  }
}
