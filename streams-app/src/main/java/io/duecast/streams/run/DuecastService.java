package io.duecast.streams.run;

import io.duecast.dunning.Policies;
import io.duecast.health.References;
import io.duecast.indicator.IndicatorHistory;
import io.duecast.indicator.Indicators;
import io.duecast.risk.Scorer;
import io.duecast.risk.Scorers;
import io.duecast.streams.Flows;
import io.duecast.streams.clock.DayClock;
import io.duecast.streams.dunning.DunningFlow;
import io.duecast.streams.dunning.PolicyFeed;
import io.duecast.streams.indicator.IndicatorFeed;
import io.duecast.streams.insight.PortfolioFlow;
import io.duecast.streams.labelling.LabellingFlow;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.ledger.LedgerSettings;
import io.duecast.streams.ledger.Patience;
import io.duecast.streams.model.ModelFeed;
import io.duecast.streams.monitoring.MonitoringFlow;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * All flows of one instance over a cluster whose topics are there: the published indicators and the
 * released models first, then the ledger and the flows that read what it writes, and the day clock
 * if it has one; stopped in the opposite order.
 */
public final class DuecastService implements AutoCloseable {
  private final Plan plan;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<FlowRunner> flows = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // set by start
  private ModelFeed models;

  private DuecastService(Plan plan) {
    this.plan = plan;
  }

  /**
   * What runs.
   *
   * @param flow how it runs on its cluster
   * @param rule the scorer that speaks where there is no model
   * @param clock the clock that opens business days; null if somebody else opens them
   */
  public record Plan(
      FlowConfig flow,
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Scorer rule,
      @Nullable Clock clock) {
    /** The consumer group of a flow. */
    public String groupOf(Flows which) {
      return which.applicationId(topics.prefix());
    }
  }

  /** Starts everything; processing begins a moment later, see {@link #isReady}. */
  public static DuecastService start(Plan plan) {
    DuecastService service = new DuecastService(plan);
    try {
      service.startAll();
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private void startAll() {
    Properties cluster = plan.flow().cluster();
    int partitions = partitions(cluster);
    IndicatorFeed indicators = IndicatorFeed.start(cluster, plan.topics(), plan.serdes());
    running.push(indicators);
    models = ModelFeed.start(cluster, plan.topics(), plan.serdes(), plan.rule());
    running.push(models);
    startFlow(Flows.LEDGER, plan.flow(), ledger(plan, models, indicators, Patience.DEFAULT));
    startFlow(Flows.LABELLING, plan.flow().withThreads(1), labelling(plan, Patience.DEFAULT));
    startFlow(
        Flows.MONITORING,
        plan.flow().withThreads(1),
        monitoring(plan, models::reference, Patience.DEFAULT, partitions));
    startFlow(
        Flows.PORTFOLIO, plan.flow().withThreads(1), portfolio(plan, Patience.DEFAULT, partitions));
    PolicyFeed policies = PolicyFeed.start(cluster, plan.topics(), plan.serdes());
    running.push(policies);
    startFlow(Flows.DUNNING, plan.flow().withThreads(1), dunning(plan, policies, Patience.DEFAULT));
    if (plan.clock() != null) {
      DayClock clock =
          new DayClock(
              cluster, plan.topics(), plan.serdes(), plan.clock(), plan.settings().desk().zone());
      clock.start();
      running.push(clock);
    }
  }

  private void startFlow(Flows which, FlowConfig config, FlowRunner.Flow flow) {
    String id = plan.groupOf(which);
    FlowRunner runner = FlowRunner.start(id, flow, config.of(id));
    flows.add(runner);
    running.push(runner);
  }

  private static FlowRunner.Flow ledger(
      Plan plan, Scorers scorers, Indicators indicators, Patience patience) {
    LedgerFlow flow =
        new LedgerFlow(
            plan.topics(), plan.serdes(), plan.settings(), scorers, indicators, patience);
    return builder -> {
      flow.build(builder);
      flow.buildIndicatorCheck(builder);
    };
  }

  private static FlowRunner.Flow labelling(Plan plan, Patience patience) {
    return new LabellingFlow(plan.topics(), plan.serdes(), plan.settings(), patience)::build;
  }

  private static FlowRunner.Flow monitoring(
      Plan plan, References references, Patience patience, int partitions) {
    return new MonitoringFlow(
            plan.topics(), plan.serdes(), plan.settings(), references, patience, partitions)
        ::build;
  }

  private static FlowRunner.Flow portfolio(Plan plan, Patience patience, int partitions) {
    return new PortfolioFlow(plan.topics(), plan.serdes(), plan.settings(), patience, partitions)
        ::build;
  }

  private static FlowRunner.Flow dunning(Plan plan, Policies policies, Patience patience) {
    return new DunningFlow(plan.topics(), plan.serdes(), plan.settings(), policies, patience)
        ::build;
  }

  /** Of the topics by customer. */
  private int partitions(Properties cluster) {
    String topic = plan.topics().name(Topics.LABELLED_INVOICES);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(cluster, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.partitionsFor(topic).size();
    }
  }

  /** The topology of a flow as it would run; needs no cluster. */
  public static Topology topology(Plan plan, Flows which) {
    FlowRunner.Flow flow =
        switch (which) {
          case LEDGER ->
              ledger(
                  plan,
                  Scorers.always(plan.rule()),
                  (series, country, industry) -> IndicatorHistory.NONE,
                  Patience.NONE);
          case LABELLING -> labelling(plan, Patience.NONE);
          case MONITORING -> monitoring(plan, References.NONE, Patience.NONE, 1);
          case PORTFOLIO -> portfolio(plan, Patience.NONE, 1);
          case DUNNING -> dunning(plan, Policies.NONE, Patience.NONE);
        };
    return FlowRunner.topology(flow, plan.flow().of(plan.groupOf(which)));
  }

  /** The models that were released, as this instance uses them. */
  public ModelFeed models() {
    return models;
  }

  /** Whether all flows process now. */
  public boolean isReady() {
    return flows.stream().allMatch(FlowRunner::isReady);
  }

  /** Whether they process, or will by themselves; false after a bug, or too much trouble. */
  public boolean isAlive() {
    return flows.stream().allMatch(FlowRunner::isAlive);
  }

  /** Stops everything; its groups are left, so that another instance takes over at once. */
  @Override
  public void close() {
    RuntimeException first = null;
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        first = first == null ? new IllegalStateException("a part could not be stopped", e) : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
