package io.duecast.streams.ledger;

import io.duecast.risk.Conclusion;
import io.duecast.risk.HighRiskInvoice;
import io.duecast.risk.RiskAssessed;

/** Takes what goes to a topic out of what the branch before it let through. */
final class Sinks {
  private Sinks() {}

  static Record update(Kept kept) {
    return ((Kept.CustomerKnown) kept).update();
  }

  static Record change(Conclusion conclusion) {
    return ((Conclusion.Changed) conclusion).change();
  }

  static RiskAssessed risk(Conclusion conclusion) {
    return ((Conclusion.Assessed) conclusion).risk();
  }

  static HighRiskInvoice referral(Conclusion conclusion) {
    return ((Conclusion.Referred) conclusion).invoice();
  }
}
