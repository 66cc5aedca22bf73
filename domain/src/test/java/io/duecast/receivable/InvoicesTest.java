package io.duecast.receivable;

import static io.duecast.Examples.FIRST_DAY;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.money.Money;
import io.duecast.receivable.Change.Amended;
import io.duecast.receivable.Change.HoldPlaced;
import io.duecast.receivable.Change.HoldReleased;
import io.duecast.receivable.Change.Opened;
import io.duecast.receivable.Change.PartlyPaid;
import io.duecast.receivable.Change.Settled;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How invoices begin and are amended. */
class InvoicesTest {
  private final LedgerRig rig = new LedgerRig();

  @Test
  void anIssuedInvoiceIsOpenAndOwed() {
    assertThat(rig.send(anInvoice().dueOn("2026-04-01").fact()))
        .containsExactly(new Opened(anInvoice().dueOn("2026-04-01").invoice()));
    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.OPEN);
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void aRepeatIsDroppedAndAConflictingOneRefused() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(anInvoice().fact())).isEmpty();
    rig.refused(anInvoice().payable("101").fact(), RejectReason.CONFLICTING_REPEAT);
  }

  @Test
  void aMissingDueDateComesFromTheTerms() {
    rig.send(anInvoice().issuedOn("2026-03-02").dueIn(14).fact());

    assertThat(rig.of("I-1").dueOn()).isEqualTo(day("2026-03-16"));
  }

  @Test
  void aMissingDueDateComesFromTheLastInstalment() {
    rig.send(
        anInvoice()
            .dueOn((LocalDate) null)
            .instalment(day("2026-05-02"), eur("50"))
            .instalment(day("2026-04-02"), eur("50"))
            .fact());

    assertThat(rig.of("I-1").dueOn()).isEqualTo(day("2026-05-02"));
  }

  @Test
  void withoutDueDateTermsAndInstalmentsItIsRefused() {
    rig.refused(anInvoice().dueOn((LocalDate) null).fact(), RejectReason.NO_DUE_DATE);
  }

  @Test
  void absurdDatesAreRefusedWhereverTheyStand() {
    rig.refused(anInvoice().dueIn(Integer.MAX_VALUE).fact(), RejectReason.IMPOSSIBLE_DATE);
    rig.refused(
        anInvoice().dueOn((LocalDate) null).instalment(LocalDate.MAX, eur("1")).fact(),
        RejectReason.IMPOSSIBLE_DATE);
    rig.send(anInvoice().fact());
    rig.refused(anAmendmentOf("I-1").dueIn(Integer.MAX_VALUE), RejectReason.IMPOSSIBLE_DATE);
    rig.refused(anAmendmentOf("I-1").dueOn("2190-01-01"), RejectReason.IMPOSSIBLE_DATE);
    assertThatThrownBy(() -> anInvoice().issuedOn("1826-03-02").fact())
        .isInstanceOf(RejectedException.class);
  }

  @Test
  void anAmountBeyondFifteenDigitsIsRefusedAtOnce() {
    assertThatThrownBy(() -> eur("1E+999999999")).isInstanceOf(RejectedException.class);
    rig.send(anInvoice().payable("999999999999999").fact());
    rig.send(aPayment("P-1").paying("I-1", "999999999999999").fact());
    rig.refused(
        aPayment("P-2").paying("I-1", "999999999999999").fact(), RejectReason.IMPOSSIBLE_AMOUNT);
  }

  @Test
  void whatWasPaidBeforeIssueIsAPayment() {
    assertThat(rig.send(anInvoice().prepaid(eur("20")).fact()))
        .hasExactlyElementsOfTypes(Opened.class, PartlyPaid.class);
    assertThat(rig.balance("I-1")).isEqualTo("80.00 EUR");
    assertThatThrownBy(() -> anInvoice().prepaid(usd("20")).fact())
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("20.00 USD of 100.00 EUR prepaid");
  }

  @Test
  void anAmendedDueDateKeepsTheOriginal() {
    rig.send(anInvoice().dueOn("2026-04-01").fact());

    assertThat(rig.send(anAmendmentOf("I-1").on("2026-03-07").dueOn("2026-04-15")))
        .containsExactly(
            new Amended(
                AmendmentType.DUE_DATE_CHANGED,
                day("2026-03-07"),
                anInvoice().dueOn("2026-04-01").invoice()));
    assertThat(rig.of("I-1").standing().dueOn()).isEqualTo(day("2026-04-15"));
    assertThat(rig.of("I-1").standing().originalDueOn()).isEqualTo(day("2026-04-01"));
  }

  @Test
  void amendedTermsCountFromTheIssue() {
    rig.send(anInvoice().fact(), anAmendmentOf("I-1").dueIn(10));

    assertThat(rig.of("I-1").dueOn()).isEqualTo(FIRST_DAY.plusDays(10));
  }

  @Test
  void anAmountCorrectedToWhatIsPaidSettles() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "70").on("2026-03-12").fact());

    assertThat(rig.send(anAmendmentOf("I-1").payable(eur("70"))))
        .hasExactlyElementsOfTypes(Amended.class, Settled.class);
    assertThat(rig.of("I-1").settlement()).extracting(Settlement::on).isEqualTo(day("2026-03-12"));
  }

  @Test
  void anAmountCorrectedToAnotherCurrencyIsRefused() {
    rig.send(anInvoice().fact());

    rig.refused(anAmendmentOf("I-1").payable(usd("70")), RejectReason.CURRENCY_MISMATCH);
  }

  @Test
  void anAmountThatBecomesKnownLeavesOutWhatDoesNotFitIt() {
    rig.send(anInvoice().payable((Money) null).fact());
    rig.send(aPayment("P-1").paying("I-1", usd("11")).fact());
    rig.send(aPayment("P-2").paying("I-1", "13").fact());

    Entries entries = rig.tell(anAmendmentOf("I-1").payable(eur("100")));

    assertThat(entries.leftOut().toString()).contains("P-1", "11.00 USD", "I-1");
    assertThat(entries.entries()).hasSize(1);
    assertThat(rig.balance("I-1")).isEqualTo("87.00 EUR");
  }

  @Test
  void aStaleVersionIsDropped() {
    rig.send(anInvoice().fact(), anAmendmentOf("I-1").version(2).payable(eur("120")));

    assertThat(rig.send(anAmendmentOf("I-1").version(1).payable(eur("110")))).isEmpty();
    assertThat(rig.send(anAmendmentOf("I-1").version(2).payable(eur("110")))).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("120.00 EUR");
  }

  @Test
  void versionsBeginWithOne() {
    assertThatThrownBy(() -> anAmendmentOf("I-1").version(0).dueIn(10))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("version 0");
  }

  @Test
  void amendmentsBeforeTheInvoiceAreAppliedInOrderOfVersion() {
    assertThat(rig.send(anAmendmentOf("I-1").version(2).payable(eur("120")))).isEmpty();
    assertThat(rig.send(anAmendmentOf("I-1").version(1).payable(eur("110")))).isEmpty();
    assertThat(rig.send(anAmendmentOf("I-1").version(2).payable(eur("130")))).isEmpty();

    assertThat(rig.send(anInvoice().fact()))
        .hasExactlyElementsOfTypes(Opened.class, Amended.class, Amended.class);
    assertThat(rig.balance("I-1")).isEqualTo("120.00 EUR");
    assertThat(rig.of("I-1").waiting()).isEmpty();
  }

  @Test
  void anAmendmentThatDoesNotFitItsInvoiceDoesNotKeepItOut() {
    rig.send(anAmendmentOf("I-1").payable(usd("120")));

    Entries entries = rig.tell(anInvoice().fact());

    assertThat(entries.entries()).hasSize(1);
    assertThat(entries.leftOut().toString()).contains("120.00 USD", "100.00 EUR");
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void onlySoManyAmendmentsWait() {
    for (int version = 1; version <= Receivable.WAITING; version++) {
      rig.send(anAmendmentOf("I-1").version(version).dueIn(version));
    }

    rig.refused(anAmendmentOf("I-1").version(99).dueIn(99), RejectReason.CONTRACT_VIOLATION);
  }

  @Test
  void aHoldIsPlacedAndReleasedOnce() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(anAmendmentOf("I-1").as(AmendmentType.HOLD_PLACED)))
        .containsExactly(new HoldPlaced(day("2026-03-07")));
    assertThat(rig.send(anAmendmentOf("I-1").version(2).as(AmendmentType.HOLD_PLACED))).isEmpty();
    assertThat(rig.of("I-1").standing().onHold()).isTrue();
    assertThat(
            rig.send(
                anAmendmentOf("I-1").version(3).on("2026-03-09").as(AmendmentType.HOLD_RELEASED)))
        .containsExactly(new HoldReleased(day("2026-03-09")));
  }

  @Test
  void handedOverIsAnAmendment() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(anAmendmentOf("I-1").as(AmendmentType.SENT_TO_AGENCY)))
        .containsExactly(
            new Amended(AmendmentType.SENT_TO_AGENCY, day("2026-03-07"), anInvoice().invoice()));
  }
}
