package io.duecast.receivable;

import static io.duecast.Examples.aCredit;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.about;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.receivable.Change.Credited;
import io.duecast.receivable.Change.PartlyPaid;
import io.duecast.receivable.Change.Recovered;
import io.duecast.receivable.Change.Reopened;
import io.duecast.receivable.Change.Settled;
import io.duecast.receivable.Change.TakenBack;
import io.duecast.receivable.Change.Withdrawn;
import io.duecast.receivable.Change.WrittenOff;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Credit notes, write-offs, cancellations, and what is forgotten. */
class ClosingsTest {
  private final LedgerRig rig = new LedgerRig();

  @Test
  void aCreditNoteReducesWhatIsOwed() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(aCredit("CN-1").to("I-1", "30").on("2026-03-09").fact()))
        .containsExactly(new Credited(eur("30"), day("2026-03-09")));
    assertThat(rig.balance("I-1")).isEqualTo("70.00 EUR");
  }

  @Test
  void creditThatLeavesNothingSettlesByCreditAndKeepsNoPromise() {
    rig.send(anInvoice().fact(), about("I-1").promised("2026-03-20"));

    assertThat(rig.send(aCredit("CN-1").to("I-1", "100").fact()))
        .hasExactlyElementsOfTypes(Settled.class);
    assertThat(rig.of("I-1").settlement()).extracting(Settlement::by).isEqualTo(SettledBy.CREDIT);
    assertThat(rig.openDay("2026-03-25")).isEmpty();
  }

  @Test
  void twoPartsOfACreditNoteForOneInvoiceAddUp() {
    rig.send(anInvoice().fact());
    rig.send(aCredit("CN-1").to("I-1", "11").to("I-1", "13").fact());

    assertThat(rig.balance("I-1")).isEqualTo("76.00 EUR");
  }

  @Test
  void aRepeatedCreditChangesNothingEvenAfterALaterOne() {
    CreditApplied first = aCredit("CN-1").to("I-1", "11").on("2026-03-09").fact();
    rig.send(anInvoice().fact(), first, aCredit("CN-1").to("I-1", "13").on("2026-03-10").fact());

    assertThat(rig.send(first)).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("87.00 EUR");
  }

  @Test
  void aCreditInAnotherCurrencyIsRefusedWhole() {
    rig.send(anInvoice("I-1").fact(), anInvoice("I-2").payable(usd("50")).fact());

    rig.refused(
        aCredit("CN-1").to("I-1", "30").to("I-2", "30").fact(), RejectReason.CURRENCY_MISMATCH);
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
    assertThatThrownBy(() -> aCredit("CN-1").to("I-1", "30").to("I-1", usd("30")).fact())
        .isInstanceOf(RejectedException.class);
  }

  @Test
  void aCreditNoteOfOneInvoiceReducesIt() {
    InvoiceIssued credit =
        anInvoice("CN-1").type(DocumentType.CREDIT_NOTE).payable("30").correcting("I-1").fact();
    rig.send(anInvoice().fact());

    assertThat(rig.send(credit)).hasOnlyElementsOfType(Credited.class);
    assertThat(rig.send(credit)).isEmpty();
    assertThat(rig.send(aCredit("CN-1").to("I-1", "30").fact())).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("70.00 EUR");
    assertThat(rig.knows("CN-1")).isFalse();
  }

  @Test
  void aCreditNoteOfSeveralInvoicesWaitsForItsApplication() {
    rig.send(anInvoice("I-1").fact(), anInvoice("I-2").fact());

    assertThat(
            rig.send(
                anInvoice("CN-1")
                    .type(DocumentType.CREDIT_NOTE)
                    .correcting("I-1")
                    .correcting("I-2")
                    .fact()))
        .isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void writtenOffThenPaidIsRecovered() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "30").fact());

    assertThat(rig.send(anAmendmentOf("I-1").on("2026-09-01").as(AmendmentType.WRITTEN_OFF)))
        .containsExactly(new WrittenOff(eur("70"), day("2026-09-01")));
    assertThat(rig.send(aPayment("P-2").paying("I-1", "70").on("2026-09-09").fact()))
        .containsExactly(new Recovered(eur("70"), day("2026-09-09")));
    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.WRITTEN_OFF);
  }

  @Test
  void writtenOffThenPaidByWordIsRecoveredToo() {
    rig.send(anInvoice().fact(), anAmendmentOf("I-1").as(AmendmentType.WRITTEN_OFF));

    assertThat(rig.send(about("I-1").on("2026-09-09").settled()))
        .containsExactly(new Recovered(eur("100"), day("2026-09-09")));
    assertThat(rig.send(aPayment().paying("I-1", "100").on("2026-09-08").fact()))
        .containsExactly(new PartlyPaid(eur("100"), day("2026-09-08"), null));
    assertThat(
            rig.send(
                anAmendmentOf("I-1")
                    .version(2)
                    .on("2026-09-10")
                    .as(AmendmentType.WRITE_OFF_REVERSED)))
        .hasExactlyElementsOfTypes(Reopened.class, Settled.class);
  }

  @Test
  void aWriteOffIsReversed() {
    rig.send(anInvoice().fact(), anAmendmentOf("I-1").as(AmendmentType.WRITTEN_OFF));

    assertThat(
            rig.send(
                anAmendmentOf("I-1")
                    .version(2)
                    .on("2026-09-10")
                    .as(AmendmentType.WRITE_OFF_REVERSED)))
        .containsExactly(new Reopened(day("2026-09-10"), null));
    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.OPEN);
  }

  @Test
  void aReversalOfNoWriteOffIsNothing() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(anAmendmentOf("I-1").as(AmendmentType.WRITE_OFF_REVERSED))).isEmpty();
  }

  @Test
  void cancelledAndReopened() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(anAmendmentOf("I-1").on("2026-03-09").as(AmendmentType.CANCELLED)))
        .containsExactly(new Withdrawn(day("2026-03-09")));
    assertThat(
            rig.send(anAmendmentOf("I-1").version(2).on("2026-03-11").as(AmendmentType.REOPENED)))
        .containsExactly(new Reopened(day("2026-03-11"), null));
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void aCancelledInvoiceGivesItsSettlementUp() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "100").fact());

    assertThat(rig.send(anAmendmentOf("I-1").as(AmendmentType.CANCELLED)))
        .hasExactlyElementsOfTypes(Reopened.class, Withdrawn.class);
  }

  @Test
  void theWordOnACancelledInvoiceDoesNotMakeItPaid() {
    rig.send(anInvoice().fact(), anAmendmentOf("I-1").as(AmendmentType.CANCELLED));

    assertThat(rig.send(about("I-1").on("2026-03-20").settled())).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void reopeningTakesTheWordBack() {
    rig.send(anInvoice().fact(), about("I-1").on("2026-03-06").settled());

    assertThat(rig.send(anAmendmentOf("I-1").on("2026-03-11").as(AmendmentType.REOPENED)))
        .hasOnlyElementsOfType(Reopened.class);
    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.OPEN);
  }

  @Test
  void creditTakenBackByAHigherAmountReopens() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "100").fact());

    assertThat(rig.send(anAmendmentOf("I-1").payable(eur("150"))))
        .hasExactlyElementsOfTypes(Change.Amended.class, Reopened.class);
    assertThat(rig.balance("I-1")).isEqualTo("50.00 EUR");
  }

  @Test
  void aSmallerCreditGivesSomeBack() {
    rig.send(anInvoice().fact(), aCredit("CN-1").to("I-1", "30").on("2026-03-09").fact());

    assertThat(rig.send(aCredit("CN-1").to("I-1", "20").on("2026-03-10").fact()))
        .containsExactly(new TakenBack(eur("10"), day("2026-03-10")));
  }

  @Test
  void closedInvoicesAreForgottenInTimeButOpenOnesNever() {
    LedgerRig forgetful = new LedgerRig(new LedgerPolicy(BigDecimal.ZERO, 30));
    forgetful.send(anInvoice("I-1").fact(), anInvoice("I-2").fact());
    forgetful.send(aPayment().paying("I-1", "100").on("2026-03-12").fact());

    forgetful.openDay("2026-04-10");
    assertThat(forgetful.knows("I-1")).isTrue();
    forgetful.openDay("2026-04-11");
    assertThat(forgetful.knows("I-1")).isFalse();
    forgetful.openDay("2036-04-11");
    assertThat(forgetful.knows("I-2")).isTrue();
  }

  @Test
  void anInvoiceClosedAgainIsKeptFromItsLastClosing() {
    LedgerRig forgetful = new LedgerRig(new LedgerPolicy(BigDecimal.ZERO, 30));
    forgetful.send(anInvoice().fact());
    forgetful.send(aPayment("P-1").paying("I-1", "100").on("2026-03-12").fact());
    forgetful.send(aPayment("P-1").status(PaymentStatus.RETURNED).on("2026-03-14").fact());
    forgetful.send(aPayment("P-2").paying("I-1", "100").on("2026-03-31").fact());

    forgetful.openDay("2026-04-11");
    assertThat(forgetful.knows("I-1")).isTrue();
    forgetful.openDay("2026-04-30");
    assertThat(forgetful.knows("I-1")).isFalse();
  }

  @Test
  void whatWaitsForAnInvoiceThatNeverComesIsForgottenToo() {
    LedgerRig forgetful = new LedgerRig(new LedgerPolicy(BigDecimal.ZERO, 30));
    forgetful.send(aPayment().paying("I-9", "100").on("2026-03-12").fact());

    assertThat(forgetful.knows("I-9")).isTrue();
    forgetful.openDay("2026-04-11");
    assertThat(forgetful.knows("I-9")).isFalse();
  }
}
