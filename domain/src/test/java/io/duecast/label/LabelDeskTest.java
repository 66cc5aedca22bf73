package io.duecast.label;

import static io.duecast.Examples.aCredit;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.morningOf;
import static io.duecast.label.Label.CENSORED;
import static io.duecast.label.Label.EXCLUDED;
import static io.duecast.label.Label.LATE;
import static io.duecast.label.Label.ON_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.indicator.Indicators;
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
import io.duecast.risk.RiskDesk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One invoice, due on 2026-04-01 with three days of grace, and what is said of it when. */
class LabelDeskTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final int KEEP_DAYS = 400;

  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final RiskDesk risks =
      new RiskDesk(
          new InMemoryFiles(), DeskSettings.DEFAULT, new BaselineScorer(), Indicators.NONE);
  private final LabelDesk desk =
      new LabelDesk(new Labelling(LabelPolicy.DEFAULT, Cohort.KNOWN), UTC, KEEP_DAYS);
  private final List<LabelledInvoice> told = new ArrayList<>();
  private LabelCase known = LabelCase.NEW;

  @Test
  void anOpenInvoiceIsLateHorizonByHorizonAndNotADayTooEarly() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    assertThat(known.lookOn()).isEqualTo(day("2026-04-05"));

    look("2026-04-04");
    assertThat(told).isEmpty();

    look("2026-04-05");
    assertThat(labels()).containsExactly(LATE, CENSORED, CENSORED, CENSORED);
    assertThat(last().reason()).isEqualTo(LabelReason.AGED);
    assertThat(last().daysPastDue()).isNull();
    assertThat(known.lookOn()).isEqualTo(day("2026-05-05"));

    look("2026-07-10");
    assertThat(labels()).containsExactly(LATE, LATE, LATE, LATE);
    assertThat(last().revision()).isEqualTo(2);
    assertThat(known.lookOn()).isNull();
  }

  @Test
  void aPaymentSettlesAllHorizonsAtOnce() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    hear(aPayment().paying("I-1", "100").on("2026-05-10").fact());

    assertThat(labels()).containsExactly(LATE, LATE, ON_TIME, ON_TIME);
    assertThat(last().reason()).isEqualTo(LabelReason.SETTLED);
    assertThat(last().daysPastDue()).isEqualTo(39);
    assertThat(last().settledOn()).isEqualTo(day("2026-05-10"));
  }

  @Test
  void aPaymentTakenBackCorrectsTheLabel() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    hear(aPayment().paying("I-1", "100").on("2026-03-20").fact());
    assertThat(labels()).containsExactly(ON_TIME, ON_TIME, ON_TIME, ON_TIME);

    hear(
        aPayment()
            .paying("I-1", "100")
            .on("2026-03-20")
            .status(PaymentStatus.REVERSED)
            .recordedOn("2026-03-25")
            .fact());

    assertThat(labels()).containsExactly(CENSORED, CENSORED, CENSORED, CENSORED);
    assertThat(last().reason()).isEqualTo(LabelReason.REOPENED);
    assertThat(last().settledOn()).isNull();
    assertThat(known.lookOn()).isEqualTo(day("2026-04-05"));
  }

  @Test
  void aCreditNoteTeachesNothing() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    hear(aCredit("C-1").to("I-1", "100").fact());

    assertThat(labels()).containsOnly(EXCLUDED);
    assertThat(last().reason()).isEqualTo(LabelReason.CREDITED);
  }

  @Test
  void theAssessmentMayComeAfterTheOutcome() {
    List<Conclusion> conclusions = new ArrayList<>();
    conclusions.addAll(concluded(anInvoice().dueOn("2026-04-01").fact()));
    conclusions.addAll(concluded(aPayment().paying("I-1", "100").on("2026-03-20").fact()));

    conclusions.stream().filter(Conclusion.Changed.class::isInstance).forEach(this::hear);
    assertThat(told).isEmpty();
    conclusions.stream().filter(Conclusion.Assessed.class::isInstance).forEach(this::hear);

    assertThat(labels()).containsExactly(ON_TIME, ON_TIME, ON_TIME, ON_TIME);
    assertThat(last().features()).containsKey("prior_invoices");
  }

  @Test
  void anAssessmentThatComesAfterTheDayOfTheLabelBringsTheLabelAtOnce() {
    List<Conclusion> conclusions = concluded(anInvoice().dueOn("2026-04-01").fact());
    conclusions.stream().filter(Conclusion.Changed.class::isInstance).forEach(this::hear);
    look("2026-04-05");
    assertThat(told).isEmpty();

    conclusions.stream().filter(Conclusion.Assessed.class::isInstance).forEach(this::hear);

    assertThat(labels()).containsExactly(LATE, CENSORED, CENSORED, CENSORED);
    assertThat(last().knownOn()).isEqualTo(day("2026-04-05"));
    assertThat(last().recordedAt()).isEqualTo(day("2026-04-05").atStartOfDay(UTC).toInstant());
    assertThat(known.lookOn()).isEqualTo(day("2026-05-05"));
  }

  @Test
  void aClosedInvoiceIsForgottenWhenItCanNoLongerChange() {
    hear(anInvoice().dueOn("2026-04-01").fact());
    hear(aPayment().paying("I-1", "100").on("2026-03-20").fact());
    assertThat(known.lookOn()).isEqualTo(known.closedOn().plusDays(KEEP_DAYS));

    LabelDesk.Step step = desk.after(known, known.lookOn(), morningOf(known.lookOn()), false);

    assertThat(step.now()).isNull();
    assertThat(step.told()).isNull();
  }

  private List<Label> labels() {
    return last().labels().stream().map(HorizonLabel::label).toList();
  }

  private LabelledInvoice last() {
    return told.getLast();
  }

  private void hear(Fact fact) {
    concluded(fact).forEach(this::hear);
  }

  private List<Conclusion> concluded(Fact fact) {
    return risks.after(fact.customer(), ledger.after(fact).entries());
  }

  private void hear(Conclusion conclusion) {
    switch (conclusion) {
      case Conclusion.Changed it -> take(desk.after(known, it.change()));
      case Conclusion.Assessed it -> take(desk.after(known, it.risk()));
      case Conclusion.Referred it -> {}
    }
  }

  private void look(String date) {
    take(desk.after(known, day(date), morningOf(day(date)), false));
  }

  private void take(LabelDesk.Step step) {
    known = step.now();
    if (step.told() != null) {
      told.add(step.told());
    }
  }
}
