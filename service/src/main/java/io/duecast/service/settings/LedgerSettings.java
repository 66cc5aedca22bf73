package io.duecast.service.settings;

import io.duecast.receivable.LedgerPolicy;
import io.duecast.risk.DeskSettings;

/** What a company sets for its ledger, and for the assessment of its invoices. */
public record LedgerSettings(LedgerPolicy ledger, DeskSettings desk) {
  public static final LedgerSettings DEFAULT =
      new LedgerSettings(LedgerPolicy.DEFAULT, DeskSettings.DEFAULT);
}
