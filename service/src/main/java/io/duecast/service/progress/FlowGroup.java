package io.duecast.service.progress;

import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.List;

/**
 * The consumer group of each flow, and what it reads: for the flow, and for whoever waits for it.
 */
public enum FlowGroup {
  LEDGER("ledger"),
  LABELLING("labelling"),
  MONITORING("monitoring"),
  PORTFOLIO("portfolio"),
  DUNNING("dunning"),
  FORECAST("forecast"),
  SEGMENT("segment");

  private final String flow;

  FlowGroup(String flow) {
    this.flow = flow;
  }

  /** The group's id under a prefix of topics; never to be changed. */
  public String id(String prefix) {
    return prefix + "duecast-" + flow;
  }

  /** The name of the flow. */
  public String flow() {
    return flow;
  }

  /** What it reads. */
  public List<Topic<?>> inputs() {
    return switch (this) {
      case LEDGER ->
          List.of(
              Topics.INVOICE_EVENTS,
              Topics.PAYMENT_EVENTS,
              Topics.CUSTOMER_EVENTS,
              Topics.COLLECTIONS_EVENTS,
              Topics.BUSINESS_DAYS,
              Topics.HISTORICAL_EVENTS);
      case LABELLING -> List.of(Topics.RECEIVABLES, Topics.INVOICE_RISK);
      case MONITORING -> List.of(Topics.INVOICE_RISK, Topics.LABELLED_INVOICES);
      case PORTFOLIO -> List.of(Topics.RECEIVABLES);
      case FORECAST -> List.of(Topics.RECEIVABLES, Topics.INVOICE_RISK);
      case DUNNING -> List.of(Topics.RECEIVABLES, Topics.INVOICE_RISK, Topics.REMINDER_STATUS);
      case SEGMENT -> List.of(Topics.RECEIVABLES, Topics.INVOICE_RISK);
    };
  }
}
