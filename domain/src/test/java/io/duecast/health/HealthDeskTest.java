package io.duecast.health;

import static io.duecast.Examples.aCredit;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.indicator.Indicators;
import io.duecast.label.LabelCase;
import io.duecast.label.LabelDesk;
import io.duecast.label.LabelledInvoice;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.PaymentStatus;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.InMemoryFiles;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskDesk;
import io.duecast.risk.ScorerRole;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One invoice of 2026-03-02, due on 2026-04-01 with three days of grace. */
class HealthDeskTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final RiskDesk risks =
      new RiskDesk(
          new InMemoryFiles(), DeskSettings.DEFAULT, new BaselineScorer(), Indicators.NONE);
  private final LabelDesk labels =
      new LabelDesk(new Labelling(LabelPolicy.DEFAULT, Cohort.KNOWN), UTC, 400);
  private final HealthDesk desk = new HealthDesk(LabelPolicy.DEFAULT, UTC, References.NONE);
  private LabelCase label = LabelCase.NEW;
  private HealthCase known;
  private RiskAssessed served;

  @Test
  void anInvoiceIsPendingFromTheDayAfterItWasScored() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    assertThat(known.lookOn()).isEqualTo(day("2026-03-03"));

    assertThat(on("2026-03-02")).isEmpty();
    assertThat(on("2026-03-03")).containsExactly("baseline-1 UNKNOWN PENDING");
    assertThat(on("2026-03-04")).isEmpty();
  }

  @Test
  void whatIsPaidEarlyCountsNoSoonerThanWhatIsNot() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    hear(aPayment().paying("I-1", "100").on("2026-03-20").fact());

    assertThat(on("2026-03-21")).containsExactly("baseline-1 UNKNOWN PENDING");
    assertThat(known.lookOn()).isEqualTo(day("2026-04-05"));
    assertThat(on("2026-04-04")).isEmpty();
    assertThat(on("2026-04-05")).containsExactly("baseline-1 PENDING ON_TIME");
  }

  @Test
  void whatHasGrownTooOldIsLate() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    on("2026-03-03");
    dayOfLabels("2026-04-05");

    assertThat(on("2026-04-05")).containsExactly("baseline-1 PENDING LATE");
  }

  @Test
  void aPaymentTakenBackTakesBackWhatWasCounted() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    hear(aPayment().paying("I-1", "100").on("2026-03-20").fact());
    on("2026-04-05");
    hear(
        aPayment()
            .paying("I-1", "100")
            .on("2026-03-20")
            .status(PaymentStatus.REVERSED)
            .recordedOn("2026-04-10")
            .fact());

    assertThat(on("2026-04-11")).containsExactly("baseline-1 ON_TIME LATE");
  }

  @Test
  void ofACreditedInvoiceNothingIsLearned() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    on("2026-03-03");
    hear(aCredit("C-1").to("I-1", "100").fact());

    assertThat(on("2026-03-20")).containsExactly("baseline-1 PENDING EXCLUDED");
  }

  @Test
  void aSilentModelIsMonitoredBesideTheOneInCharge() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    known = desk.after(known, shadow(served));
    dayOfLabels("2026-04-05");

    assertThat(on("2026-04-05")).containsExactly("baseline-1 UNKNOWN LATE", "shadow UNKNOWN LATE");
  }

  @Test
  void aRepeatedAssessmentCountsOnce() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    known = desk.after(known, served);

    assertThat(on("2026-03-03")).containsExactly("baseline-1 UNKNOWN PENDING");
  }

  @Test
  void aLabelThatComesBeforeItsAssessmentIsEnough() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    LabelledInvoice late = dayOfLabels("2026-04-05");
    known = desk.after(null, late);

    assertThat(on("2026-04-05")).containsExactly("baseline-1 UNKNOWN LATE");
    known = desk.after(known, served);
    assertThat(on("2026-04-06")).isEmpty();
  }

  @Test
  void anOldInvoiceIsForgotten() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    on("2026-03-03");
    assertThat(known.lookOn()).isEqualTo(day("2026-03-02").plusDays(HealthDesk.KEPT_DAYS));

    assertThat(desk.after(known, known.lookOn()).now()).isNull();
  }

  private void hear(Fact fact) {
    for (Conclusion each : risks.after(fact.customer(), ledger.after(fact).entries())) {
      switch (each) {
        case Conclusion.Changed it -> take(labels.after(label, it.change()));
        case Conclusion.Assessed it -> {
          served = it.risk();
          known = desk.after(known, served);
          take(labels.after(label, served));
        }
        case Conclusion.Referred it -> {}
      }
    }
  }

  private LabelledInvoice dayOfLabels(String date) {
    LabelDesk.Step step = labels.after(label, day(date), Examples.morningOf(day(date)), false);
    take(step);
    return step.told();
  }

  private void take(LabelDesk.Step step) {
    label = step.now();
    if (step.told() != null) {
      known = desk.after(known, step.told());
    }
  }

  private List<String> on(String date) {
    HealthDesk.Step step = desk.after(known, day(date));
    known = step.now();
    return step.moves().stream()
        .map(it -> "%s %s %s".formatted(it.said().modelId(), it.said().counted(), it.now()))
        .toList();
  }

  private static RiskAssessed shadow(RiskAssessed risk) {
    return new RiskAssessed(
        risk.assessmentId() + ":shadow",
        risk.invoice(),
        risk.customer(),
        risk.trigger(),
        "shadow",
        ScorerRole.SHADOW,
        risk.probabilityLate(),
        risk.interval(),
        risk.byBucket(),
        risk.expectedPayment(),
        risk.expectedLoss(),
        risk.band(),
        risk.segment(),
        risk.reasons(),
        risk.featureSet(),
        risk.features(),
        risk.issuedOn(),
        risk.dueOn(),
        risk.openAmount(),
        risk.cause(),
        risk.sourceRow(),
        risk.recordedAt(),
        risk.replayed());
  }
}
