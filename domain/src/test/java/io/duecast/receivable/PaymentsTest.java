package io.duecast.receivable;

import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.about;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.morningOf;
import static io.duecast.Examples.rate;
import static io.duecast.Examples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.money.Money;
import io.duecast.receivable.Change.Opened;
import io.duecast.receivable.Change.PartlyPaid;
import io.duecast.receivable.Change.Reopened;
import io.duecast.receivable.Change.Settled;
import io.duecast.receivable.Change.TakenBack;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What booked cash makes of invoices. */
class PaymentsTest {
  private final LedgerRig rig = new LedgerRig();

  @Test
  void aPaymentOfAllSettlesTheInvoiceOnItsValueDate() {
    rig.send(anInvoice().dueOn("2026-04-01").fact());

    assertThat(rig.send(aPayment().paying("I-1", "100").on("2026-04-12").paymentMeans("30").fact()))
        .containsExactly(new Settled(new Settlement(day("2026-04-12"), 11, SettledBy.CASH, "30")));
    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.SETTLED);
  }

  @Test
  void aPartLeavesTheRestOpen() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(aPayment().paying("I-1", "30").on("2026-03-13").fact()))
        .containsExactly(new PartlyPaid(eur("30"), day("2026-03-13"), null));
    assertThat(rig.balance("I-1")).isEqualTo("70.00 EUR");
  }

  @Test
  void aDiscountAndASmallDifferenceCountAsPaid() {
    rig.send(anInvoice().fact());
    PaymentAllocation part =
        new PaymentAllocation(
            new InvoiceId("I-1"), eur("97"), eur("2"), eur("1"), "short", eur("1"));

    assertThat(rig.send(aPayment().paying(part).fact())).hasOnlyElementsOfType(Settled.class);
    assertThat(rig.balance("I-1")).isEqualTo("0.00 EUR");
  }

  @Test
  void aDifferenceGivenUpWithoutCashIsToldToo() {
    rig.send(anInvoice().fact());
    PaymentAllocation part =
        new PaymentAllocation(new InvoiceId("I-1"), eur("0"), null, null, null, eur("3"));

    assertThat(rig.send(aPayment().paying(part).fact()))
        .containsExactly(new PartlyPaid(eur("3"), day("2026-03-12"), null));
    assertThat(rig.balance("I-1")).isEqualTo("97.00 EUR");
  }

  @Test
  void aBalanceWithinTheToleranceIsNothingLeftToPay() {
    LedgerRig tolerant = new LedgerRig(new LedgerPolicy(new BigDecimal("0.05"), 3653));
    tolerant.send(anInvoice().fact());

    assertThat(tolerant.send(aPayment().paying("I-1", "99.94").fact()))
        .hasOnlyElementsOfType(PartlyPaid.class);
    assertThat(tolerant.send(aPayment("P-2").paying("I-1", "0.01").fact()))
        .hasOnlyElementsOfType(Settled.class);
    assertThat(tolerant.balance("I-1")).isEqualTo("0.05 EUR");
  }

  @Test
  void oneForManySettlesEach() {
    rig.send(anInvoice("I-1").fact(), anInvoice("I-2").payable("11").fact());

    assertThat(rig.send(aPayment().paying("I-1", "100").paying("I-2", "11").fact()))
        .hasOnlyElementsOfType(Settled.class)
        .hasSize(2);
  }

  @Test
  void twoAllocationsToOneInvoiceAddUp() {
    rig.send(anInvoice().fact());
    rig.send(aPayment().paying("I-1", "11").paying("I-1", "13").fact());

    assertThat(rig.balance("I-1")).isEqualTo("76.00 EUR");
  }

  @Test
  void anUnappliedPaymentTouchesNothing() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(aPayment().amount(eur("100")).fact())).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void allocationsBeyondThePaymentAreRefused() {
    assertThatThrownBy(() -> aPayment().amount(eur("99")).paying("I-1", "100").fact())
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("allocations of 100.00 EUR exceed the payment of 99.00 EUR");
  }

  @Test
  void anOverpaymentSettlesAndIsOwedBack() {
    rig.send(anInvoice().fact());
    rig.send(aPayment().paying("I-1", "117").fact());

    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.SETTLED);
    assertThat(rig.balance("I-1")).isEqualTo("-17.00 EUR");
  }

  @Test
  void cashAfterTheSettlementIsToldWithoutSettlingAgain() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "100").fact());

    assertThat(rig.send(aPayment("P-2").paying("I-1", "13").on("2026-03-20").fact()))
        .containsExactly(new PartlyPaid(eur("13"), day("2026-03-20"), null));
    assertThat(rig.balance("I-1")).isEqualTo("-13.00 EUR");
    assertThat(rig.send(aPayment("P-2").status(PaymentStatus.RETURNED).on("2026-03-27").fact()))
        .containsExactly(new TakenBack(eur("13"), day("2026-03-27")));
    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.SETTLED);
  }

  @Test
  void onlyABookedPaymentIsCash() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(aPayment().status(PaymentStatus.PENDING).paying("I-1", "100").fact()))
        .isEmpty();
    assertThat(rig.send(aPayment().paying("I-1", "100").recordedOn("2026-03-14").fact()))
        .hasOnlyElementsOfType(Settled.class);
  }

  @Test
  void aReversalReopensWithTheSettlementThatItUndoes() {
    rig.send(anInvoice().dueOn("2026-04-01").fact());
    rig.send(aPayment().paying("I-1", "100").on("2026-04-12").fact());

    assertThat(rig.send(aPayment().status(PaymentStatus.REVERSED).on("2026-04-14").fact()))
        .containsExactly(
            new Reopened(
                day("2026-04-14"), new Settlement(day("2026-04-12"), 11, SettledBy.CASH, null)));
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void theSettlementThatIsUndoneIsTheOneThatWasTold() {
    rig.send(anInvoice().dueOn("2026-04-01").fact());
    rig.send(aPayment().paying("I-1", "100").on("2026-04-12").fact());
    rig.send(anAmendmentOf("I-1").dueOn("2026-04-30"));

    assertThat(rig.send(aPayment().status(PaymentStatus.REVERSED).on("2026-04-14").fact()))
        .extracting(it -> ((Reopened) it).undone())
        .containsExactly(new Settlement(day("2026-04-12"), 11, SettledBy.CASH, null));
  }

  @Test
  void aReturnOfAPartIsTakenBack() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "30").fact());

    assertThat(rig.send(aPayment().status(PaymentStatus.RETURNED).on("2026-03-17").fact()))
        .containsExactly(new TakenBack(eur("30"), day("2026-03-17")));
  }

  @Test
  void aReallocationMovesTheCash() {
    rig.send(anInvoice("I-1").fact(), anInvoice("I-2").fact());
    rig.send(aPayment().paying("I-1", "100").fact());
    rig.send(aPayment().paying("I-2", "100").recordedOn("2026-03-17").fact());

    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
    assertThat(rig.of("I-2").status()).isEqualTo(ReceivableStatus.SETTLED);
  }

  @Test
  void anOlderWordOnAPaymentIsStale() {
    rig.send(anInvoice().fact());
    rig.send(aPayment().status(PaymentStatus.REVERSED).recordedOn("2026-03-20").fact());

    assertThat(rig.send(aPayment().paying("I-1", "100").recordedOn("2026-03-12").fact())).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void bookedAndReversedInOneMomentIsReversedInEitherOrder() {
    PaymentReceived booked = aPayment().paying("I-1", "100").fact();
    PaymentReceived reversed =
        aPayment().status(PaymentStatus.REVERSED).paying("I-1", "100").fact();
    LedgerRig other = new LedgerRig();

    rig.send(anInvoice().fact(), booked, reversed, booked);
    other.send(anInvoice().fact(), reversed, booked);

    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
    assertThat(other.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void aRepeatWithOtherAllocationsIsRefused() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "30").fact());

    assertThat(rig.send(aPayment().paying("I-1", "30").fact())).isEmpty();
    rig.refused(aPayment().paying("I-1", "31").fact(), RejectReason.CONFLICTING_REPEAT);
    rig.refused(aPayment().paying("I-2", "30").fact(), RejectReason.CONFLICTING_REPEAT);
  }

  @Test
  void anotherCurrencyIsRefusedWithoutARate() {
    rig.send(anInvoice("I-1").fact(), anInvoice("I-2").payable(usd("50")).fact());

    rig.refused(
        aPayment().paying("I-2", usd("50")).paying("I-1", usd("100")).fact(),
        RejectReason.CURRENCY_MISMATCH);
    assertThat(rig.balance("I-2")).isEqualTo("50.00 USD");
    assertThat(
            rig.send(aPayment().paying("I-1", usd("110")).rate(rate("USD", "EUR", "0.9")).fact()))
        .containsExactly(new PartlyPaid(eur("99"), day("2026-03-12"), null));
  }

  @Test
  void aRateIsUsedOnlyWhereItIsNeeded() {
    rig.send(anInvoice("I-1").fact(), anInvoice("I-2").payable(usd("50")).fact());
    rig.send(
        aPayment().paying("I-1", "100").paying("I-2", "40").rate(rate("EUR", "USD", "1.1")).fact());

    assertThat(rig.balance("I-1")).isEqualTo("0.00 EUR");
    assertThat(rig.balance("I-2")).isEqualTo("6.00 USD");
  }

  @Test
  void theWordAloneClosesAndALaterPaymentDoesNotDouble() {
    rig.send(anInvoice().dueOn("2026-04-01").fact());

    assertThat(rig.send(about("I-1").on("2026-04-14").settled())).hasSize(1);
    assertThat(rig.balance("I-1")).isEqualTo("0.00 EUR");
    assertThat(rig.send(aPayment().paying("I-1", "100").on("2026-04-13").fact()))
        .hasOnlyElementsOfType(PartlyPaid.class);
    assertThat(rig.balance("I-1")).isEqualTo("0.00 EUR");
    assertThat(rig.of("I-1").settlement())
        .isEqualTo(new Settlement(day("2026-04-14"), 13, SettledBy.CASH, null));
  }

  @Test
  void aReversalTakesTheWordBackWhateverWasHeardOfThePayment() {
    rig.send(anInvoice().fact(), about("I-1").on("2026-03-14").settled());

    assertThat(
            rig.send(
                aPayment()
                    .status(PaymentStatus.RETURNED)
                    .paying("I-1", "100")
                    .on("2026-03-17")
                    .fact()))
        .hasOnlyElementsOfType(Reopened.class);
    assertThat(rig.send(about("I-1").on("2026-03-14").settled())).isEmpty();
    assertThat(rig.balance("I-1")).isEqualTo("100.00 EUR");
  }

  @Test
  void aReversalOfBeforeTheWordLeavesItStanding() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "30").fact());
    rig.send(about("I-1").on("2026-03-24").settled());
    rig.send(aPayment().status(PaymentStatus.RETURNED).on("2026-03-17").fact());

    assertThat(rig.of("I-1").status()).isEqualTo(ReceivableStatus.SETTLED);
    assertThat(rig.send(about("I-1").on("2026-03-24").settled())).isEmpty();
  }

  @Test
  void aPaymentBeforeItsInvoiceWaitsForIt() {
    assertThat(rig.send(aPayment().paying("I-1", "100").on("2026-03-05").fact())).isEmpty();

    assertThat(rig.send(anInvoice().fact())).hasExactlyElementsOfTypes(Opened.class, Settled.class);
    assertThat(rig.of("I-1").settlement()).extracting(Settlement::on).isEqualTo(day("2026-03-05"));
  }

  @Test
  void aPartPaidBeforeTheInvoiceIsToldWithItsValueDate() {
    rig.send(aPayment().paying("I-1", "30").on("2026-03-05").fact());

    assertThat(rig.send(anInvoice().fact()))
        .contains(new PartlyPaid(eur("30"), day("2026-03-05"), null));
  }

  @Test
  void aPaymentThatWaitedAndDoesNotFitIsLeftOutAloud() {
    rig.send(aPayment("P-1").paying("I-1", usd("100")).fact());
    rig.send(aPayment("P-2").paying("I-1", "30").fact());

    Entries entries = rig.tell(anInvoice().fact());

    assertThat(entries.entries()).hasSize(2);
    assertThat(entries.rejection()).isNull();
    assertThat(entries.leftOut()).hasSize(1);
    assertThat(entries.leftOut().toString())
        .contains("CURRENCY_MISMATCH", "P-1", "100.00 USD", "I-1", "100.00 EUR")
        .doesNotContain("P-2");
    assertThat(rig.balance("I-1")).isEqualTo("70.00 EUR");
  }

  @Test
  void anUnknownAmountIsPartlyPaidByUnknownAmounts() {
    rig.send(anInvoice().payable((Money) null).fact());

    assertThat(rig.send(aPayment().paying("I-1", "30").fact()))
        .containsExactly(new PartlyPaid(null, day("2026-03-12"), null));
    assertThat(rig.send(aPayment().status(PaymentStatus.RETURNED).on("2026-03-17").fact()))
        .containsExactly(new TakenBack(null, day("2026-03-17")));
    assertThat(rig.send(about("I-1").on("2026-03-20").settled()))
        .hasOnlyElementsOfType(Settled.class);
    assertThat(rig.of("I-1").balance()).isNull();
  }

  @Test
  void moreThanTwoHundredPaymentsOfOneInvoiceStayExactAndBounded() {
    rig.send(anInvoice().payable("100000").fact());
    PaymentAllocation part =
        new PaymentAllocation(new InvoiceId("I-1"), eur("7"), eur("1"), null, null, null);
    for (int i = 0; i < 500; i++) {
      rig.send(
          aPayment("P-" + i)
              .paying(part)
              .on(day("2026-03-03").plusDays(i % 30))
              .recordedAt(morningOf(day("2026-03-03").plusDays(i)))
              .fact());
    }

    assertThat(rig.of("I-1").postings()).hasSizeLessThanOrEqualTo(Postings.LIMIT);
    assertThat(rig.balance("I-1")).isEqualTo("96000.00 EUR");
    assertThat(rig.of("I-1").standing().paid()).isEqualTo(eur("3500"));
  }

  @Test
  void anIdThatReadsLikeAWordOfOursIsAnIdLikeAnyOther() {
    rig.send(anInvoice().prepaid(eur("20")).fact());
    rig.send(aPayment("prepaid").paying("I-1", "11").fact());

    assertThat(rig.balance("I-1")).isEqualTo("69.00 EUR");
  }
}
