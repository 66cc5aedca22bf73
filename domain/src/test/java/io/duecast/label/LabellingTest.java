package io.duecast.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.label.Labelling.Cohort;
import io.duecast.outcome.LabelPolicy;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LabellingTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 1);
  private static final Labelling KNOWN = new Labelling(new LabelPolicy(3), Cohort.KNOWN);
  private static final Labelling MATURED = new Labelling(new LabelPolicy(3), Cohort.MATURED);

  @Test
  void anOpenInvoiceIsCensoredUntilItCanNoLongerBePaidInTime() {
    Outcome open = outcome(Fate.OPEN, 0);

    assertThat(KNOWN.label(open, DUE.plusDays(3), 0)).isEqualTo(Label.CENSORED);
    assertThat(KNOWN.label(open, DUE.plusDays(4), 0)).isEqualTo(Label.LATE);
    assertThat(KNOWN.label(open, DUE.plusDays(33), 30)).isEqualTo(Label.CENSORED);
    assertThat(KNOWN.label(open, DUE.plusDays(34), 30)).isEqualTo(Label.LATE);
  }

  @Test
  void aPaidInvoiceIsLateBeyondGraceAndHorizon() {
    LocalDate longAfter = DUE.plusDays(400);

    assertThat(KNOWN.label(outcome(Fate.PAID, 3), longAfter, 0)).isEqualTo(Label.ON_TIME);
    assertThat(KNOWN.label(outcome(Fate.PAID, 4), longAfter, 0)).isEqualTo(Label.LATE);
    assertThat(KNOWN.label(outcome(Fate.PAID, 33), longAfter, 30)).isEqualTo(Label.ON_TIME);
    assertThat(KNOWN.label(outcome(Fate.PAID, 34), longAfter, 30)).isEqualTo(Label.LATE);
  }

  @Test
  void anInvoicePaidBeforeItsDayIsKnownButNotMatured() {
    Outcome early = outcome(Fate.PAID, -11);

    assertThat(KNOWN.label(early, DUE.minusDays(5), 0)).isEqualTo(Label.ON_TIME);
    assertThat(MATURED.label(early, DUE.plusDays(3), 0)).isEqualTo(Label.CENSORED);
    assertThat(MATURED.label(early, DUE.plusDays(4), 0)).isEqualTo(Label.ON_TIME);
  }

  @Test
  void aDisputedInvoiceIsCensoredWhileItIsOpen() {
    Outcome disputed = new Outcome(Fate.OPEN, DUE, 0, true);

    assertThat(KNOWN.label(disputed, DUE.plusDays(100), 0)).isEqualTo(Label.CENSORED);
  }

  @Test
  void whatWasWrittenOffIsLateForEveryHorizonAndWhatWasWithdrawnOrCreditedIsLeftOut() {
    assertThat(KNOWN.label(outcome(Fate.WRITTEN_OFF, 0), DUE, 90)).isEqualTo(Label.LATE);
    assertThat(KNOWN.label(outcome(Fate.WITHDRAWN, 0), DUE, 0)).isEqualTo(Label.EXCLUDED);
    assertThat(KNOWN.label(outcome(Fate.CREDITED, 17), DUE, 0)).isEqualTo(Label.EXCLUDED);
  }

  private static Outcome outcome(Fate fate, int daysPastDue) {
    return new Outcome(fate, DUE, daysPastDue, false);
  }
}
