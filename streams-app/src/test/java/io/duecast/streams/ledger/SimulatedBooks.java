package io.duecast.streams.ledger;

import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.simulator.Arrival;
import io.duecast.simulator.Economy;
import io.duecast.simulator.EconomySettings;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;

/** A simulated economy through the ledger flow, arrival by arrival. */
public final class SimulatedBooks implements AutoCloseable {
  private final FlowRig rig;
  private final Iterator<Arrival> arrivals;

  public SimulatedBooks(Path stateDir, EconomySettings economy) {
    this.rig = new FlowRig(stateDir);
    this.arrivals = Economy.of(economy).stream().iterator();
  }

  public WireSerdes serdes() {
    return rig.serdes;
  }

  public boolean hasNext() {
    return arrivals.hasNext();
  }

  /** Lets the flow hear the next arrival. */
  public void next() {
    switch (arrivals.next()) {
      case Arrival.OfFact it -> send(rig, it.event());
      case Arrival.OfDay it -> rig.openDay(it.event(), it.arrivesAt());
      case Arrival.OfIndicator it -> {}
    }
  }

  /** What the flow has written since. */
  public <V> List<V> read(Topic<V> topic) {
    return rig.read(topic);
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static void send(FlowRig rig, Fact fact) {
    if (fact instanceof CustomerUpdated update) {
      rig.sendAs(
          Topics.CUSTOMER_EVENTS,
          update.customer().value(),
          update,
          update.envelope().recordedAt());
    } else {
      rig.send(TwinTest.topicOf(fact), fact);
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
