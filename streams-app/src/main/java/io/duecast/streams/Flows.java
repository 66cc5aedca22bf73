package io.duecast.streams;

import io.duecast.service.progress.FlowGroup;
import io.duecast.streams.dunning.DunningFlow;
import io.duecast.streams.forecast.ForecastFlow;
import io.duecast.streams.insight.PortfolioFlow;
import io.duecast.streams.labelling.LabellingFlow;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.monitoring.MonitoringFlow;
import io.duecast.streams.segment.SegmentFlow;
import io.duecast.wire.Topic;
import java.util.List;

/** The table of contents: every flow, and the id under which it can be reset or deployed alone. */
public enum Flows {
  /** Facts to receivables and risks, see {@link LedgerFlow}. */
  LEDGER(FlowGroup.LEDGER),
  /** Outcomes to labels, see {@link LabellingFlow}. */
  LABELLING(FlowGroup.LABELLING),
  /** What models said and what came to their health, see {@link MonitoringFlow}. */
  MONITORING(FlowGroup.MONITORING),
  /** What is owed day by day, see {@link PortfolioFlow}. */
  PORTFOLIO(FlowGroup.PORTFOLIO),
  /** Accounts, risks and days to reminders, see {@link DunningFlow}. */
  DUNNING(FlowGroup.DUNNING),
  /** Accounts, risks and weeks to cash forecasts, see {@link ForecastFlow}. */
  FORECAST(FlowGroup.FORECAST),
  /** Accounts and risks to risk segments and their trends, see {@link SegmentFlow}. */
  SEGMENT(FlowGroup.SEGMENT);

  private final FlowGroup group;

  Flows(FlowGroup group) {
    this.group = group;
  }

  /** Its consumer group and the beginning of its changelogs' names; never to be changed. */
  public String applicationId(String prefix) {
    return group.id(prefix);
  }

  /** Its name among the parts of a service. */
  public String part() {
    return group.flow();
  }

  /** Whether it looks at every customer on some days, in one transaction. */
  public boolean looksAtAllAtOnce() {
    return this == FORECAST || this == SEGMENT;
  }

  /** What it reads. */
  public List<Topic<?>> inputs() {
    return group.inputs();
  }
}
