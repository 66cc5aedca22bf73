package io.duecast.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.indicator.Indicators;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.Scorers;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a real broker: history that lies on four topics is processed in the order in which it was
 * recorded, in whatever order it was written.
 */
class ReplayOrderTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(13).withCustomers(80).withDays(240);
  private static final List<Topic<?>> PAYMENTS_FIRST =
      List.of(
          Topics.PAYMENT_EVENTS,
          Topics.COLLECTIONS_EVENTS,
          Topics.CUSTOMER_EVENTS,
          Topics.INVOICE_EVENTS);

  @TempDir Path stateDir;

  @Test
  void aPaymentNeverShowsInTheFeaturesOfAnInvoiceRecordedBeforeIt() throws Exception {
    List<Fact> recorded = recorded();
    PureFold twin = new PureFold(LedgerSettings.DEFAULT);
    recorded.forEach(twin::hear);

    Map<String, RiskAssessed> byInvoice = new HashMap<>();
    for (RiskAssessed risk : replayed(recorded, "in-order.", 0L)) {
      assertThat(byInvoice.put(risk.assessmentId(), risk)).as("one assessment of record").isNull();
    }
    assertThat(byInvoice).hasSize(twin.risks().size()).hasSizeGreaterThan(1000);
    for (RiskAssessed expected : twin.risks()) {
      assertThat(byInvoice.get(expected.assessmentId()).features())
          .as("invoice %s", expected.invoice())
          .isEqualTo(expected.features());
    }
  }

  /** Were it not for the waiting, this test's data would show it. */
  @Test
  void withoutWaitingForOtherTopicsTheOrderIsLost() throws Exception {
    List<Fact> recorded = recorded();
    PureFold twin = new PureFold(LedgerSettings.DEFAULT);
    recorded.forEach(twin::hear);
    Map<String, RiskAssessed> expected = new HashMap<>();
    twin.risks().forEach(risk -> expected.put(risk.assessmentId(), risk));

    long different =
        replayed(recorded, "out-of-order.", StreamsConfig.MAX_TASK_IDLE_MS_DISABLED).stream()
            .filter(risk -> !risk.features().equals(expected.get(risk.assessmentId()).features()))
            .count();

    assertThat(different).isPositive();
  }

  /** No two facts of a customer at one moment: which of those comes first would be anybody's. */
  private static List<Fact> recorded() {
    List<Fact> facts = new ArrayList<>();
    Set<String> moments = new HashSet<>();
    Economy.of(ECONOMY, Arrival.Order.AS_RECORDED).stream()
        .filter(Arrival.OfFact.class::isInstance)
        .map(arrival -> ((Arrival.OfFact) arrival).event())
        .filter(fact -> moments.add(fact.customer() + "@" + fact.envelope().recordedAt()))
        .forEach(facts::add);
    facts.sort(Comparator.comparing(fact -> fact.envelope().recordedAt()));
    return facts;
  }

  private List<RiskAssessed> replayed(List<Fact> recorded, String prefix, long maxTaskIdle)
      throws Exception {
    NamedTopics topics = Topics.named(prefix);
    BrokerRig rig = new BrokerRig(topics);
    new TopicCreation(topics, 3, (short) 1).ensure(rig.admin());
    for (Topic<?> topic : PAYMENTS_FIRST) {
      rig.write(topic, recorded.stream().filter(fact -> topicOf(fact).equals(topic)).toList());
    }
    Properties config =
        new FlowConfig(rig.cluster(), stateDir, 2, (short) 1, 0, null).of(prefix + "replay");
    config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, maxTaskIdle);
    LedgerFlow flow =
        new LedgerFlow(
            FlowEnds.unwatched(topics, rig.serdes()),
            LedgerSettings.DEFAULT,
            Scorers.always(new BaselineScorer()),
            Indicators.NONE);
    try (rig;
        FlowRunner runner = FlowRunner.start("replay", flow::build, config)) {
      rig.awaitProcessed(prefix + "replay", LedgerFlow.INPUTS, Duration.ofMinutes(5));
      assertThat(runner.isAlive()).isTrue();
      return rig.read(Topics.INVOICE_RISK);
    }
  }

  private static Topic<?> topicOf(Fact fact) {
    return fact instanceof CustomerUpdated ? Topics.CUSTOMER_EVENTS : TwinTest.topicOf(fact);
  }
}
