package io.duecast.streams.dunning;

import io.duecast.dunning.Policies;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The dunning flow on a test driver. */
final class DunningFlowRig extends DrivenFlow {
  DunningFlowRig(Path stateDir, WireSerdes serdes, Policies policies) {
    super(topology(serdes, policies, config(stateDir)), config(stateDir), serdes);
  }

  static Properties config(Path stateDir) {
    return config("dunning", stateDir);
  }

  static Topology topology(WireSerdes serdes, Policies policies, Properties config) {
    DunningFlow flow =
        new DunningFlow(
            FlowEnds.unwatched(Topics.named(""), serdes), LedgerSettings.DEFAULT, policies);
    return FlowRunner.topology(flow::build, config);
  }
}
