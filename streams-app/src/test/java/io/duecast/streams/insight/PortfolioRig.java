package io.duecast.streams.insight;

import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.StateSerde;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The portfolio flow on a test driver. */
final class PortfolioRig extends DrivenFlow {
  PortfolioRig(Path stateDir, WireSerdes serdes, int partitions) {
    super(topology(serdes, partitions, config(stateDir)), config(stateDir), serdes);
  }

  static Properties config(Path stateDir) {
    return config("portfolio", stateDir);
  }

  static Topology topology(WireSerdes serdes, int partitions, Properties config) {
    PortfolioFlow flow =
        new PortfolioFlow(
            FlowEnds.unwatched(Topics.named(""), serdes), LedgerSettings.DEFAULT, partitions);
    return FlowRunner.topology(flow::build, config);
  }

  /** A line of the accounts. */
  void send(Record line, Instant at) {
    send(Topics.RECEIVABLES, line, at);
  }

  /** What another partition has to say. */
  void tell(PartOfDay part, Instant at) {
    tell(
        "portfolio-portfolio-parts-repartition",
        StateSerde.of(PartOfDay.class).serializer(),
        part,
        at);
  }
}
