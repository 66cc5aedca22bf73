package io.duecast.risk;

import java.time.LocalDate;
import java.util.Optional;

/** Which invoices the reminder service hears of, and what it is told to do. */
public final class Referral {
  private static final int CALL_DAYS_BEFORE = 7;

  private Referral() {}

  /** What the reminder service needs; empty if the risk is not high. */
  public static Optional<HighRiskInvoice> of(RiskAssessed risk, LocalDate asOf) {
    if (risk.band() != RiskBand.HIGH && risk.band() != RiskBand.VERY_HIGH) {
      return Optional.empty();
    }
    SuggestedAction action = action(risk, asOf);
    return Optional.of(
        new HighRiskInvoice(
            risk.assessmentId(),
            risk.invoice(),
            risk.customer(),
            risk.openAmount(),
            risk.issuedOn(),
            risk.dueOn(),
            risk.probabilityLate(),
            risk.band(),
            risk.expectedPayment().on(),
            risk.reasons(),
            action,
            on(action, risk.dueOn(), asOf),
            risk.modelId(),
            risk.recordedAt(),
            risk.replayed()));
  }

  private static SuggestedAction action(RiskAssessed risk, LocalDate asOf) {
    if (risk.dueOn().isBefore(asOf)) {
      return SuggestedAction.CALL_NOW;
    }
    return risk.band() == RiskBand.VERY_HIGH
        ? SuggestedAction.CALL_BEFORE_DUE
        : SuggestedAction.LEAVE_TO_REMINDERS;
  }

  private static LocalDate on(SuggestedAction action, LocalDate dueOn, LocalDate asOf) {
    LocalDate on =
        switch (action) {
          case LEAVE_TO_REMINDERS -> dueOn;
          case CALL_BEFORE_DUE -> dueOn.minusDays(CALL_DAYS_BEFORE);
          case CALL_NOW, UNKNOWN -> asOf;
        };
    return on.isBefore(asOf) ? asOf : on;
  }
}
