package io.duecast.streams.labelling;

import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.DrivenFlow;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.run.FlowRunner;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.Topology;

/** The labelling flow on a test driver. */
public final class LabellingRig extends DrivenFlow {
  public LabellingRig(Path stateDir, WireSerdes serdes) {
    super(topology(serdes, config(stateDir)), config(stateDir), serdes);
  }

  static Properties config(Path stateDir) {
    return config("labels", stateDir);
  }

  static Topology topology(WireSerdes serdes, Properties config) {
    LabellingFlow flow =
        new LabellingFlow(FlowEnds.unwatched(Topics.named(""), serdes), LedgerSettings.DEFAULT);
    return FlowRunner.topology(flow::build, config);
  }
}
