package io.duecast.receivable;

import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.about;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.receivable.Change.DisputeEnded;
import io.duecast.receivable.Change.Disputed;
import io.duecast.receivable.Change.Opened;
import io.duecast.receivable.Change.PartlyPaid;
import io.duecast.receivable.Change.PromiseBroken;
import io.duecast.receivable.Change.PromiseKept;
import io.duecast.receivable.Change.Promised;
import io.duecast.receivable.Change.Settled;
import org.junit.jupiter.api.Test;

/** What customers say, and what comes of it. */
class PromisesAndDisputesTest {
  private final LedgerRig rig = new LedgerRig();

  @Test
  void aPromiseIsKeptByCashInTime() {
    rig.send(anInvoice().fact(), about("I-1").promised("2026-03-20"));

    assertThat(rig.send(aPayment().paying("I-1", "100").on("2026-03-20").fact()))
        .hasExactlyElementsOfTypes(Settled.class, PromiseKept.class);
    assertThat(rig.openDay("2026-03-21")).isEmpty();
  }

  @Test
  void aPromiseIsBrokenByTheDayAfterItAndOnlyOnce() {
    rig.send(anInvoice().fact(), about("I-1").promised("2026-03-20"));

    assertThat(rig.openDay("2026-03-20")).isEmpty();
    assertThat(rig.openDay("2026-03-21"))
        .containsExactly(new PromiseBroken(day("2026-03-20"), day("2026-03-21")));
    assertThat(rig.openDay("2026-03-22")).isEmpty();
  }

  @Test
  void aPromiseIsBrokenByCashThatComesLate() {
    rig.send(anInvoice().fact(), about("I-1").promised("2026-03-20"));

    assertThat(rig.send(aPayment().paying("I-1", "100").on("2026-03-21").fact()))
        .hasExactlyElementsOfTypes(Settled.class, PromiseBroken.class);
  }

  @Test
  void aPromiseOfAPartIsKeptByThatPart() {
    rig.send(anInvoice().fact(), about("I-1").promised(day("2026-03-20"), eur("30")));

    assertThat(rig.send(aPayment("P-1").paying("I-1", "11").fact()))
        .hasExactlyElementsOfTypes(PartlyPaid.class);
    assertThat(rig.send(aPayment("P-2").paying("I-1", "19").fact()))
        .hasExactlyElementsOfTypes(PartlyPaid.class, PromiseKept.class);
    assertThat(rig.openDay("2026-03-21")).isEmpty();
  }

  @Test
  void aLaterPromiseReplacesTheEarlier() {
    rig.send(anInvoice().fact(), about("I-1").promised("2026-03-20"));
    rig.send(about("I-1").on("2026-03-10").promised("2026-03-25"));

    assertThat(rig.openDay("2026-03-21")).isEmpty();
    assertThat(rig.openDay("2026-03-26")).hasOnlyElementsOfType(PromiseBroken.class);
  }

  @Test
  void aDateOfPaymentInABuyersAnswerIsAPromise() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(about("I-1").planned(day("2026-03-20"))))
        .containsExactly(
            new Promised(
                new PromiseToPay(null, day("2026-03-20"), PromiseSource.BUYER_SYSTEM),
                day("2026-03-06")));
    assertThat(rig.send(about("I-1").planned(day("2026-03-20")))).isEmpty();
  }

  @Test
  void aPromiseOnAPaidInvoiceIsIdle() {
    rig.send(anInvoice().fact(), aPayment().paying("I-1", "100").fact());

    assertThat(rig.send(about("I-1").promised("2026-03-20"))).isEmpty();
  }

  @Test
  void aPromiseBeforeItsInvoiceIsToldWithIt() {
    rig.send(about("I-1").promised("2026-03-20"));

    assertThat(rig.send(anInvoice().fact()))
        .hasExactlyElementsOfTypes(Opened.class, Promised.class);
    assertThat(rig.openDay("2026-03-21")).hasOnlyElementsOfType(PromiseBroken.class);
  }

  @Test
  void aPromiseThatEndsBeforeItsInvoiceComesIsForgotten() {
    rig.send(about("I-1").promised("2026-03-20"));
    rig.openDay("2026-03-21");

    assertThat(rig.send(anInvoice().fact())).hasExactlyElementsOfTypes(Opened.class);
  }

  @Test
  void aContactIsNotedOnce() {
    CollectionOutcome contact = about("I-1").contacted(OutcomeKind.NO_ANSWER);
    rig.send(contact);
    rig.send(contact);

    assertThat(rig.written).hasSize(1).hasOnlyElementsOfType(ContactMade.class);
    assertThat(rig.knows("I-1")).isFalse();
  }

  @Test
  void aReviewIsNoContact() {
    rig.send(about("I-1").contacted(OutcomeKind.REVIEWED));

    assertThat(rig.written).isEmpty();
  }

  @Test
  void aDisputeHasADurationInDays() {
    rig.send(anInvoice().fact());

    assertThat(rig.send(about("I-1").on("2026-03-05").disputed("D-1")))
        .containsExactly(new Disputed(new DisputeId("D-1"), "PRICE", null, day("2026-03-05")));
    assertThat(rig.of("I-1").standing().disputed()).isTrue();
    assertThat(rig.send(about("I-1").on("2026-03-16").resolved("D-1")))
        .containsExactly(new DisputeEnded(new DisputeId("D-1"), "CREDITED", day("2026-03-16"), 11));
    assertThat(rig.of("I-1").standing().disputed()).isFalse();
  }

  @Test
  void repeatsOfADisputeAndItsEndAreDropped() {
    rig.send(anInvoice().fact(), about("I-1").on("2026-03-05").disputed("D-1"));
    rig.send(about("I-1").on("2026-03-16").resolved("D-1"));

    assertThat(rig.send(about("I-1").on("2026-03-05").disputed("D-1"))).isEmpty();
    assertThat(rig.send(about("I-1").on("2026-03-16").resolved("D-1"))).isEmpty();
  }

  @Test
  void aDisputeWhoseEndCameFirstIsNotOpenForEver() {
    rig.send(anInvoice().fact(), about("I-1").on("2026-03-16").resolved("D-1"));
    rig.send(about("I-1").on("2026-03-05").disputed("D-1"));

    assertThat(rig.of("I-1").standing().disputed()).isFalse();
  }

  @Test
  void disputesBeforeTheInvoiceAreToldWithIt() {
    rig.send(about("I-1").on("2026-03-05").disputed("D-1"));
    rig.send(about("I-1").on("2026-03-16").resolved("D-1"));
    rig.send(about("I-1").on("2026-03-17").disputed("D-2"));

    assertThat(rig.send(anInvoice().fact()))
        .hasExactlyElementsOfTypes(
            Opened.class, Disputed.class, DisputeEnded.class, Disputed.class);
    assertThat(rig.of("I-1").standing().disputed()).isTrue();
  }

  @Test
  void beyondTheLimitAnEndedDisputeIsForgottenBeforeAnOpenOne() {
    rig.send(anInvoice().fact(), about("I-1").disputed("D-0"), about("I-1").disputed("D-1"));
    rig.send(about("I-1").resolved("D-1"));
    for (int i = 2; i <= Receivable.DISPUTES; i++) {
      rig.send(about("I-1").disputed("D-" + i));
    }

    assertThat(rig.of("I-1").disputes()).hasSize(Receivable.DISPUTES).allMatch(Dispute::isOpen);
  }
}
