package io.duecast.service.settings;

import io.duecast.receivable.LedgerPolicy;
import io.duecast.reserve.ReservePolicy;
import io.duecast.risk.DeskSettings;
import io.duecast.segment.SegmentRules;

/**
 * What a company sets for its ledger, the assessment of its invoices, and its reserves and
 * segments.
 */
public record LedgerSettings(
    LedgerPolicy ledger, DeskSettings desk, ReservePolicy reserve, SegmentRules segments) {
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(
          LedgerPolicy.DEFAULT, DeskSettings.DEFAULT, ReservePolicy.DEFAULT, SegmentRules.DEFAULT);
}
