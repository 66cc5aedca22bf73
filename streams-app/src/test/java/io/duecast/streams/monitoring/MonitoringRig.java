package io.duecast.streams.monitoring;

import io.duecast.health.References;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The monitoring flow on a test driver. */
final class MonitoringRig extends DrivenFlow {
  MonitoringRig(Path stateDir, WireSerdes serdes, References references, int partitions) {
    super(topology(serdes, references, partitions, config(stateDir)), config(stateDir), serdes);
  }

  static Properties config(Path stateDir) {
    return config("health", stateDir);
  }

  static Topology topology(
      WireSerdes serdes, References references, int partitions, Properties config) {
    MonitoringFlow flow =
        new MonitoringFlow(
            FlowEnds.unwatched(Topics.named(""), serdes),
            LedgerSettings.DEFAULT,
            references,
            partitions);
    return FlowRunner.topology(flow::build, config);
  }

  /** What another partition has to say. */
  void tell(DayTally tally) {
    tell(
        "health-health-days-repartition",
        StateSerde.of(DayTally.class).serializer(),
        tally,
        tally.startedAt());
  }
}
