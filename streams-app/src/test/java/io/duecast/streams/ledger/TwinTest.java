package io.duecast.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.duecast.risk.RiskAssessed;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology against the domain's rules alone, over a simulated economy with all its dirt. */
class TwinTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(11).withCustomers(40).withDays(150);

  @TempDir Path stateDir;

  @Test
  void theFlowScoresAsTheFoldDoesWithoutKafka() {
    PureFold twin = new PureFold(LedgerSettings.DEFAULT);
    try (FlowRig rig = new FlowRig(stateDir)) {
      for (Arrival arrival : Economy.of(ECONOMY).stream().toList()) {
        switch (arrival) {
          case Arrival.OfFact it -> {
            twin.hear(it.event());
            SimulatedBooks.send(rig, it.event());
          }
          case Arrival.OfDay it -> {
            twin.hear(it.event(), it.arrivesAt());
            rig.openDay(it.event(), it.arrivesAt());
          }
          case Arrival.OfIndicator it -> {}
        }
      }
      List<RiskAssessed> risks = rig.read(Topics.INVOICE_RISK);
      assertThat(risks).hasSizeGreaterThan(500).isEqualTo(twin.risks());
      assertThat(rig.read(Topics.DEAD_LETTERS)).hasSize(twin.rejected());
    }
  }

  static Topic<Fact> topicOf(Fact fact) {
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
      case CustomerUpdated it -> throw new IllegalArgumentException("has a topic of its own");
    };
  }
}
