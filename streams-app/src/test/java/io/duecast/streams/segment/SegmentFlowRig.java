package io.duecast.streams.segment;

import io.duecast.risk.RiskAssessed;
import io.duecast.segment.SegmentWeek;
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

/** The segmentation flow on a test driver. */
final class SegmentFlowRig extends DrivenFlow {
  SegmentFlowRig(Path stateDir, WireSerdes serdes, int partitions) {
    super(topology(serdes, partitions, config(stateDir)), config(stateDir), serdes);
  }

  static Properties config(Path stateDir) {
    return config("segment", stateDir);
  }

  static Topology topology(WireSerdes serdes, int partitions, Properties config) {
    SegmentFlow flow =
        new SegmentFlow(
            FlowEnds.unwatched(Topics.named(""), serdes), LedgerSettings.DEFAULT, partitions);
    return FlowRunner.topology(flow::build, config);
  }

  /** A line of the accounts. */
  void send(Record line) {
    send(Topics.RECEIVABLES, line, at(line));
  }

  void send(RiskAssessed risk) {
    send(Topics.INVOICE_RISK, risk, risk.recordedAt());
  }

  /** What another partition has to say. */
  void tell(int partition, SegmentWeek week) {
    tell(
        "segment-segment-weeks-of-all-repartition",
        StateSerde.of(PartOfWeek.class).serializer(),
        new PartOfWeek(partition, week),
        week.recordedAt());
  }
}
