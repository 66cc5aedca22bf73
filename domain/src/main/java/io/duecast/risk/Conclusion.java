package io.duecast.risk;

import io.duecast.receivable.ReceivableChanged;

/** What the desk has to say. */
public sealed interface Conclusion {

  /** A receivable changed, as the ledger said. */
  record Changed(ReceivableChanged change) implements Conclusion {}

  /** An invoice was assessed. */
  record Assessed(RiskAssessed risk) implements Conclusion {}

  /** An invoice was referred to the reminder service. */
  record Referred(HighRiskInvoice invoice) implements Conclusion {}
}
