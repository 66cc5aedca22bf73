package io.duecast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import io.duecast.wire.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whatever happened: every issued invoice has exactly one assessment of record, from the features
 * that it must have; every account is, line by line, what a fold without Kafka makes of the facts;
 * and no good record is a dead letter.
 */
final class Verdict {
  private final Installation installation;
  private final List<Twin> twins;
  private final Set<String> issued = new TreeSet<>();

  private Verdict(Installation installation) {
    this.installation = installation;
    this.twins =
        IntStream.range(0, Installation.PARTITIONS)
            .mapToObj(it -> new Twin(installation.zone()))
            .toList();
  }

  /** Lets all that is under way come to an end, and looks at what is there. */
  static void on(Installation installation, Company company, Probes probes) throws Exception {
    on(installation, company, probes, List.of());
  }

  /** The same with invoices of others. */
  static void on(
      Installation installation, Company company, Probes probes, List<InvoiceIssued> others)
      throws Exception {
    Verdict verdict = new Verdict(installation);
    List<List<Company.Heard>> history = company.liveOut();
    for (int partition = 0; partition < history.size(); partition++) {
      for (Company.Heard it : history.get(partition)) {
        verdict.hear(partition, it.event(), it.at());
      }
    }
    probes.end().forEach(verdict::hear);
    others.forEach(verdict::hear);
    installation.awaitProcessed();
    verdict.noGoodRecordIsADeadLetter();
    verdict.everyIssuedInvoiceHasExactlyOneAssessment();
    verdict.everyAccountIsThatOfTheFold();
  }

  private void hear(InvoiceIssued live) {
    int partition = Installation.partitionOf(live.customer().value());
    hear(partition, live, live.envelope().recordedAt());
  }

  private void hear(int partition, Record event, Instant at) {
    if (event instanceof InvoiceIssued it && it.documentType() != DocumentType.CREDIT_NOTE) {
      issued.add(it.invoice().value());
    }
    twins.get(partition).hear(event, at);
  }

  private void noGoodRecordIsADeadLetter() {
    assertThat(twins).as("facts that the rules refuse").allMatch(it -> it.refused() == 0);
    assertThat(installation.read(Topics.DEAD_LETTERS)).isEmpty();
  }

  private void everyIssuedInvoiceHasExactlyOneAssessment() {
    Map<InvoiceId, RiskAssessed> risks = new HashMap<>();
    for (RiskAssessed risk : installation.read(Topics.INVOICE_RISK)) {
      if (risk.role() != ScorerRole.SHADOW && risk.trigger() == AssessmentTrigger.ISSUED) {
        assertThat(risks.put(risk.invoice(), risk)).as("a second of %s", risk.invoice()).isNull();
      }
    }
    Set<String> assessed = new TreeSet<>();
    risks.keySet().forEach(it -> assessed.add(it.value()));
    assertThat(assessed).isEqualTo(issued).hasSizeGreaterThan(1000);
    for (Twin twin : twins) {
      twin.risks()
          .forEach(
              (invoice, expected) ->
                  assertThat(risks.get(invoice).features())
                      .as("features of %s", invoice)
                      .isEqualTo(expected.features()));
    }
  }

  private void everyAccountIsThatOfTheFold() {
    Map<CustomerId, List<ReceivableChanged>> accounts = new TreeMap<>(Twin.byValue());
    for (Record entry : installation.read(Topics.RECEIVABLES)) {
      if (entry instanceof ReceivableChanged it) {
        accounts.computeIfAbsent(it.customer(), absent -> new ArrayList<>()).add(it);
      }
    }
    Map<CustomerId, List<ReceivableChanged>> expected = new TreeMap<>(Twin.byValue());
    twins.forEach(it -> expected.putAll(it.accounts()));
    assertThat(accounts.keySet()).isEqualTo(expected.keySet());
    expected.forEach((customer, lines) -> isThatOfTheFold(accounts.get(customer), lines));
  }

  /** Line by line, so that the first difference is what is told. */
  private static void isThatOfTheFold(
      List<ReceivableChanged> account, List<ReceivableChanged> expected) {
    for (int line = 0; line < Math.min(account.size(), expected.size()); line++) {
      assertThat(account.get(line)).as("line %d", line).isEqualTo(expected.get(line));
    }
    assertThat(account).hasSameSizeAs(expected);
  }
}
