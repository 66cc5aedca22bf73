package io.duecast.streams.run;

import io.duecast.dunning.Policies;
import io.duecast.health.References;
import io.duecast.indicator.IndicatorHistory;
import io.duecast.indicator.Indicators;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Scorer;
import io.duecast.risk.Scorers;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.service.watch.Standing;
import io.duecast.service.watch.Watching;
import io.duecast.streams.Flows;
import io.duecast.streams.clock.DayClock;
import io.duecast.streams.dunning.DunningFlow;
import io.duecast.streams.dunning.PolicyFeed;
import io.duecast.streams.forecast.ForecastFlow;
import io.duecast.streams.indicator.IndicatorFeed;
import io.duecast.streams.insight.PortfolioFlow;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.labelling.LabellingFlow;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.model.ModelFeed;
import io.duecast.streams.monitoring.MonitoringFlow;
import io.duecast.streams.segment.SegmentFlow;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
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
  private final Watching watching;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final List<FlowRunner> flows = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // set by start
  private ModelFeed models;

  private DuecastService(Plan plan, Watching watching) {
    this.plan = plan;
    this.watching = watching;
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
    /**
     * As it is set.
     *
     * @param bootstrap the brokers
     * @param stateDir where the stores are kept
     * @param instanceId the same after a restart; null if there is none
     */
    public static Plan of(
        DuecastSettings settings,
        WireSerdes serdes,
        String bootstrap,
        Path stateDir,
        @Nullable String instanceId,
        @Nullable Clock clock) {
      FlowConfig flow =
          new FlowConfig(
              settings.cluster(bootstrap),
              stateDir,
              settings.number(Catalogue.THREADS),
              (short) settings.number(Catalogue.REPLICAS),
              settings.number(Catalogue.STANDBYS),
              instanceId);
      return new Plan(
          flow, settings.topics(), serdes, settings.ledger(), new BaselineScorer(), clock);
    }

    private FlowEnds ends(Patience patience, FlowWatch watch) {
      return new FlowEnds(topics, serdes, patience, watch);
    }

    /**
     * What a flow runs with: the threads are the ledger's, one is enough for each of the others.
     */
    private Properties config(Flows which) {
      FlowConfig its = which == Flows.LEDGER ? flow : flow.withThreads(1);
      String id = groupOf(which);
      return which.looksAtAllAtOnce() ? its.ofUnhurried(id) : its.of(id);
    }

    /** The consumer group of a flow. */
    public String groupOf(Flows which) {
      return which.applicationId(topics.prefix());
    }
  }

  /** Starts everything, watched by nobody. */
  public static DuecastService start(Plan plan) {
    return start(plan, Watching.unseen());
  }

  /** Starts everything; processing begins a moment later, see {@link #isReady}. */
  public static DuecastService start(Plan plan, Watching watching) {
    DuecastService service = new DuecastService(plan, watching);
    try {
      service.announce();
      service.startAll();
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** So that nobody takes for ready what has not begun. */
  private void announce() {
    for (Flows flow : Flows.values()) {
      watching.board().say(flow.part(), Standing.COMING, "is to be started");
    }
  }

  private void startAll() {
    Properties cluster = plan.flow().cluster();
    int partitions = partitions(cluster);
    IndicatorFeed indicators =
        IndicatorFeed.start(cluster, plan.topics(), plan.serdes(), watching.board());
    running.push(indicators);
    models = ModelFeed.start(cluster, plan.topics(), plan.serdes(), plan.rule(), watching);
    running.push(models);
    PolicyFeed policies = PolicyFeed.start(cluster, plan.topics(), plan.serdes(), watching.board());
    running.push(policies);
    Feeds feeds = new Feeds(models, models::reference, indicators, policies);
    for (Flows which : Flows.values()) {
      startFlow(which, ends -> flow(which, plan.settings(), ends, feeds, partitions));
    }
    if (plan.clock() != null) {
      DayClock clock =
          new DayClock(
              cluster, plan.topics(), plan.serdes(), plan.clock(), plan.settings().desk().zone());
      clock.start(watching.board());
      running.push(clock);
    }
  }

  private void startFlow(Flows which, Function<FlowEnds, FlowRunner.Flow> flow) {
    String id = plan.groupOf(which);
    MeterRegistry meters = watching.meters();
    Counter restarts =
        Counter.builder("duecast.thread.restarts")
            .description("threads of a flow that failed by trouble of the world and were replaced")
            .tag("flow", which.part())
            .register(meters);
    FlowRunner runner =
        FlowRunner.start(
            id,
            flow.apply(plan.ends(Patience.DEFAULT, new FlowMeters(meters, which))),
            plan.config(which),
            new FlowHealth(which.part(), watching.board()),
            restarts::increment);
    flows.add(runner);
    running.push(runner);
    running.push(new StreamsMeters(runner.streams(), which, plan.topics(), meters));
  }

  /** What flows hear of beside their inputs. */
  private record Feeds(
      Scorers scorers, References references, Indicators indicators, Policies policies) {}

  private static FlowRunner.Flow flow(
      Flows which, LedgerSettings settings, FlowEnds ends, Feeds feeds, int partitions) {
    return switch (which) {
      case LEDGER -> new LedgerFlow(ends, settings, feeds.scorers(), feeds.indicators())::build;
      case LABELLING -> new LabellingFlow(ends, settings)::build;
      case MONITORING -> new MonitoringFlow(ends, settings, feeds.references(), partitions)::build;
      case PORTFOLIO -> new PortfolioFlow(ends, settings, partitions)::build;
      case DUNNING -> new DunningFlow(ends, settings, feeds.policies())::build;
      case FORECAST -> new ForecastFlow(ends, settings, partitions)::build;
      case SEGMENT -> new SegmentFlow(ends, settings, partitions)::build;
    };
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
    Feeds feeds =
        new Feeds(
            Scorers.always(plan.rule()),
            References.NONE,
            (series, country, industry) -> IndicatorHistory.NONE,
            Policies.NONE);
    FlowEnds ends = plan.ends(Patience.NONE, FlowWatch.NONE);
    return FlowRunner.topology(
        flow(which, plan.settings(), ends, feeds, 1), plan.flow().of(plan.groupOf(which)));
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
