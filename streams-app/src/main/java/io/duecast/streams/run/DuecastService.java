package io.duecast.streams.run;

import io.duecast.indicator.IndicatorHistory;
import io.duecast.risk.Scorer;
import io.duecast.streams.Flows;
import io.duecast.streams.clock.DayClock;
import io.duecast.streams.indicator.IndicatorFeed;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.ledger.LedgerSettings;
import io.duecast.streams.ledger.Patience;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.WireSerdes;
import java.time.Clock;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * All flows of one instance over a cluster whose topics are there: the published indicators first,
 * then the ledger, then the day clock if it has one; stopped in the opposite order.
 */
public final class DuecastService implements AutoCloseable {
  private final IndicatorFeed indicators;
  private final FlowRunner ledger;
  private final @Nullable DayClock clock;

  private DuecastService(IndicatorFeed indicators, FlowRunner ledger, @Nullable DayClock clock) {
    this.indicators = indicators;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What runs.
   *
   * @param flow how it runs on its cluster
   * @param clock the clock that opens business days; null if somebody else opens them
   */
  public record Plan(
      FlowConfig flow,
      NamedTopics topics,
      WireSerdes serdes,
      LedgerSettings settings,
      Scorer scorer,
      @Nullable Clock clock) {
    /** The consumer group of the ledger. */
    public String ledgerId() {
      return Flows.LEDGER.applicationId(topics.prefix());
    }
  }

  /** Starts everything; processing begins a moment later, see {@link #isReady}. */
  public static DuecastService start(Plan plan) {
    IndicatorFeed indicators =
        IndicatorFeed.start(plan.flow().cluster(), plan.topics(), plan.serdes());
    FlowRunner ledger;
    try {
      LedgerFlow flow =
          new LedgerFlow(
              plan.topics(),
              plan.serdes(),
              plan.settings(),
              plan.scorer(),
              indicators,
              Patience.DEFAULT);
      ledger =
          FlowRunner.start(
              plan.ledgerId(),
              builder -> {
                flow.build(builder);
                flow.buildIndicatorCheck(builder);
              },
              plan.flow().of(plan.ledgerId()));
    } catch (RuntimeException e) {
      indicators.close();
      throw e;
    }
    return new DuecastService(indicators, ledger, clock(plan));
  }

  private static @Nullable DayClock clock(Plan plan) {
    if (plan.clock() == null) {
      return null;
    }
    DayClock clock =
        new DayClock(
            plan.flow().cluster(),
            plan.topics(),
            plan.serdes(),
            plan.clock(),
            plan.settings().desk().zone());
    clock.start();
    return clock;
  }

  /** The topology of the ledger as it would run; needs no cluster. */
  public static Topology topology(Plan plan) {
    LedgerFlow flow =
        new LedgerFlow(
            plan.topics(),
            plan.serdes(),
            plan.settings(),
            plan.scorer(),
            (series, country, industry) -> IndicatorHistory.NONE,
            Patience.NONE);
    return FlowRunner.topology(
        builder -> {
          flow.build(builder);
          flow.buildIndicatorCheck(builder);
        },
        plan.flow().of(plan.ledgerId()));
  }

  /** Whether it processes now. */
  public boolean isReady() {
    return ledger.isReady();
  }

  /** Whether it processes, or will by itself; false after a bug, or too much trouble. */
  public boolean isAlive() {
    return ledger.isAlive();
  }

  /** Stops everything; its group is left, so that another instance takes over at once. */
  @Override
  public void close() {
    if (clock != null) {
      clock.close();
    }
    try {
      ledger.close();
    } finally {
      indicators.close();
    }
  }
}
