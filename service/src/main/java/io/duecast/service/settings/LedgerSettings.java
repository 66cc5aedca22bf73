package io.duecast.service.settings;

import io.duecast.receivable.LedgerPolicy;
import io.duecast.reserve.ReservePolicy;
import io.duecast.risk.DeskSettings;

/** What a company sets for its ledger, the assessment of its invoices, and its reserves. */
public record LedgerSettings(LedgerPolicy ledger, DeskSettings desk, ReservePolicy reserve) {
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(LedgerPolicy.DEFAULT, DeskSettings.DEFAULT, ReservePolicy.DEFAULT);
}
