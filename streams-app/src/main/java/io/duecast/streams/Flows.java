package io.duecast.streams;

import io.duecast.streams.labelling.LabellingFlow;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.monitoring.MonitoringFlow;
import io.duecast.wire.Topic;
import java.util.List;

/** The table of contents: every flow, and the id under which it can be reset or deployed alone. */
public enum Flows {
  /** Facts to receivables and risks, see {@link LedgerFlow}. */
  LEDGER("ledger"),
  /** Outcomes to labels, see {@link LabellingFlow}. */
  LABELLING("labelling"),
  /** What models said and what came to their health, see {@link MonitoringFlow}. */
  MONITORING("monitoring");

  private final String applicationId;

  Flows(String applicationId) {
    this.applicationId = applicationId;
  }

  /** Its consumer group and the beginning of its changelogs' names; never to be changed. */
  public String applicationId(String prefix) {
    return prefix + "duecast-" + applicationId;
  }

  /** Its name among the parts of a service. */
  public String part() {
    return applicationId;
  }

  /** What it reads. */
  public List<Topic<?>> inputs() {
    return switch (this) {
      case LEDGER -> LedgerFlow.INPUTS;
      case LABELLING -> LabellingFlow.INPUTS;
      case MONITORING -> MonitoringFlow.INPUTS;
    };
  }
}
