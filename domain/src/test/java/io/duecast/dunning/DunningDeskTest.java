package io.duecast.dunning;

import static io.duecast.Examples.ACME;
import static io.duecast.Examples.GLOBEX;
import static io.duecast.Examples.aCredit;
import static io.duecast.Examples.aCustomer;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.about;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.morningOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.Fact;
import io.duecast.risk.RiskBand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each of the first eighteen is a bug that some other system had. */
class DunningDeskTest {
  private final DunningRig rig = new DunningRig();

  @Test
  void t01_ifTheDueDateIsMovedLaterNothingIsSentOnTheOldDate() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    rig.openDays("2026-03-03", "2026-03-13");
    assertThat(requireNonNull(rig.live()).step()).isEqualTo("first");

    List<Reminder> now = rig.send(anAmendmentOf("I-1").on("2026-03-13").dueOn("2026-04-10"));

    assertThat(now)
        .extracting(Reminder::state, Reminder::reason)
        .containsExactly(tuple(ReminderState.CANCELLED, ReminderReason.DUE_DATE_MOVED));
    assertThat(rig.openDays("2026-03-14", "2026-04-12")).isEmpty();
    assertThat(rig.openDay("2026-04-13")).extracting(Reminder::step).containsExactly("first");
  }

  @Test
  void t02_withoutDueDateAndTermsThereIsNoReminder() {
    assertThat(rig.refuses(anInvoice().dueOn((java.time.LocalDate) null).fact())).isTrue();
    assertThat(rig.openDays("2026-03-03", "2026-06-30")).isEmpty();
  }

  @Test
  void t03_downForThreeDaysAReminderIsCaughtUpOnce() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    rig.openDays("2026-03-03", "2026-03-12");

    rig.openDays("2026-03-13", "2026-03-16");

    assertThat(rig.said)
        .extracting(Reminder::reminderId)
        .containsOnly("acme:standard:first:2026-03-13");
    assertThat(rig.deliver()).hasSize(1);
    assertThat(requireNonNull(rig.said.getLast()).on()).isEqualTo("2026-03-16");
    assertThat(rig.openDays("2026-03-17", "2026-03-19")).isEmpty();
  }

  @Test
  void t03_downForTooLongAStepIsDroppedAndItIsSaid() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());

    rig.openDays("2026-03-13", "2026-03-17");

    assertThat(rig.said)
        .extracting(Reminder::state, Reminder::reason)
        .contains(
            tuple(ReminderState.EXPIRED, ReminderReason.TOO_LATE),
            tuple(ReminderState.CANCELLED, ReminderReason.TOO_LATE));
    assertThat(rig.live()).isNull();
    assertThat(rig.openDay("2026-03-20")).extracting(Reminder::step).containsExactly("second");
  }

  @Test
  void t04_aStopOfACustomerHoldsUpToItsLastDay() {
    rig.send(anInvoice().dueOn("2026-03-10").fact(), aCustomer().blockedUntil("2026-03-17").fact());

    assertThat(rig.openDays("2026-03-03", "2026-03-17")).isEmpty();
    assertThat(rig.openDay("2026-03-18")).extracting(Reminder::step).containsExactly("first");
  }

  @Test
  void t04_aStopOfOneInvoiceLeavesTheOthers() {
    rig.send(
        anInvoice("I-1").dueOn("2026-03-10").fact(), anInvoice("I-2").dueOn("2026-03-10").fact());
    rig.stop("I-1", "2026-03-19", "2026-03-04");

    assertThat(invoices(rig.openDays("2026-03-05", "2026-03-19"))).containsExactly("I-2");
    assertThat(invoices(rig.openDay("2026-03-20"))).containsExactly("I-1", "I-2");
  }

  @Test
  void t04_aStopWithoutEndEndsWhenItIsLifted() {
    rig.send(anInvoice().dueOn("2026-03-10").fact());
    rig.stop(null, null, "2026-03-04");
    assertThat(rig.openDays("2026-03-05", "2026-03-31")).isEmpty();

    rig.lift(null, "2026-03-31");

    assertThat(rig.openDay("2026-04-01")).extracting(Reminder::step).containsExactly("final");
  }

  @Test
  void t05_daysBeforeDueAreCountedFromEachInvoicesOwnDueDate() {
    rig.send(
        anInvoice("I-14").dueIn(14).fact(),
        anInvoice("I-30").dueIn(30).fact(),
        anInvoice("I-5").dueIn(5).fact());
    for (String id : List.of("I-14", "I-30", "I-5")) {
      rig.assess(id, RiskBand.HIGH);
    }

    List<Reminder> before =
        rig.openDays("2026-03-03", "2026-04-01").stream()
            .filter(it -> it.step().equals("friendly"))
            .toList();

    assertThat(before)
        .extracting(Reminder::on)
        .containsExactly(day("2026-03-09"), day("2026-03-25"));
    assertThat(before.getFirst().lines())
        .as("it is due on the 7th, and its friendly day was before its issue")
        .extracting(it -> it.invoice().value(), ReminderLine::step)
        .containsExactly(tuple("I-5", null), tuple("I-14", "friendly"));
  }

  @Test
  void t06_tenOverdueInvoicesMakeOneMessageAtTheHighestStep() {
    for (int i = 0; i < 10; i++) {
      rig.send(anInvoice("I-" + i).dueOn(day("2026-03-10").plusDays(i < 5 ? 0 : 7)).fact());
    }
    rig.openDays("2026-03-11", "2026-03-19");

    List<Reminder> now = rig.openDay("2026-03-20");

    assertThat(now).hasSize(1);
    assertThat(now.getFirst().step()).isEqualTo("second");
    assertThat(now.getFirst().lines()).hasSize(10);
    assertThat(now.getFirst().lines())
        .extracting(ReminderLine::step)
        .containsOnly("second", "first");
  }

  @Test
  void t07_noMessageHoldsAnotherCustomersInvoices() {
    List<CustomerId> customers = List.of(ACME, GLOBEX, new CustomerId("ACME"));
    for (CustomerId customer : customers) {
      for (int i = 0; i < 4; i++) {
        rig.send(
            anInvoice(customer + "/" + i).of(customer).dueOn(day("2026-03-10").plusDays(i)).fact());
      }
    }
    rig.openDays("2026-03-11", "2026-04-10");

    assertThat(rig.said).hasSizeGreaterThan(9);
    for (Reminder reminder : rig.said) {
      assertThat(reminder.lines())
          .allMatch(it -> it.invoice().value().startsWith(reminder.customer() + "/"));
    }
  }

  @Test
  void t08_theAmountIsTheBalanceWhenItIsSentCreditsIncluded() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    rig.openDays("2026-03-11", "2026-03-13");

    List<Reminder> paid = rig.send(aPayment().on("2026-03-13").paying("I-1", "30").fact());
    List<Reminder> credited = rig.send(aCredit("C-1").on("2026-03-13").to("I-1", "20").fact());

    assertThat(paid.getFirst().lines().getFirst().balance()).isEqualTo(eur("70"));
    assertThat(credited.getFirst().lines().getFirst().balance()).isEqualTo(eur("50"));
    assertThat(credited.getFirst().reason()).isEqualTo(ReminderReason.BALANCE_CHANGED);
    assertThat(credited.getFirst().revision()).isEqualTo(3);
    assertThat(rig.deliver().getFirst().lines().getFirst().balance()).isEqualTo(eur("50"));
  }

  @Test
  void t09_remindingOneInvoiceDoesNotSilenceTheOthers() {
    rig.send(
        anInvoice("I-1").dueOn("2026-03-10").fact(), anInvoice("I-2").dueOn("2026-03-11").fact());

    assertThat(drivers(rig.openDays("2026-03-11", "2026-03-31")))
        .containsExactly(
            "I-1 first", // on the 13th; I-2 is a Saturday's
            "I-2 first",
            "I-1 second",
            "I-2 second",
            "I-1 final",
            "I-2 final");
  }

  @Test
  void t09_noteUnderACapEither() {
    DunningRig capped =
        new DunningRig(DunningExamples.with(DunningExamples.policy(), new ContactCap(1, 6)));
    capped.send(
        anInvoice("I-1").dueOn("2026-03-09").fact(), anInvoice("I-2").dueOn("2026-03-10").fact());

    List<Reminder> now = capped.openDays("2026-03-10", "2026-04-10");

    assertThat(now).extracting(Reminder::on).isSorted();
    assertThat(now)
        .extracting(it -> it.on() + " " + it.step())
        .containsExactly(
            "2026-03-12 first", "2026-03-18 first", "2026-03-24 second", "2026-03-30 final");
    assertThat(drivers(now.subList(2, 3))).containsExactly("I-1 second", "I-2 second");
  }

  @Test
  void t10_aBouncedAddressEndsInAVisibleErrorState() {
    rig.send(anInvoice().dueOn("2026-03-10").fact());
    Reminder sent = rig.openDays("2026-03-11", "2026-03-13").getFirst();

    List<Reminder> now = rig.hear(sent, Delivery.BOUNCED);

    assertThat(now)
        .extracting(Reminder::reminderId, Reminder::state, Reminder::reason)
        .containsExactly(
            tuple(sent.reminderId(), ReminderState.UNDELIVERABLE, ReminderReason.UNREACHABLE));
    assertThat(rig.hear(sent, Delivery.BOUNCED)).isEmpty();
    assertThat(rig.openDays("2026-03-14", "2026-03-20"))
        .as("the next step by mail")
        .extracting(Reminder::step, Reminder::state)
        .containsExactly(tuple("second", ReminderState.UNDELIVERABLE));
    assertThat(rig.openDay("2026-03-30"))
        .as("by letter")
        .extracting(Reminder::step, Reminder::state)
        .containsExactly(tuple("final", ReminderState.REQUESTED));
  }

  @Test
  void t10_ifOneChannelBouncesTheNextOneOfTheStepIsTriedAtOnce() {
    DunningRig rig = new DunningRig(DunningExamples.byMailOrLetter()).withoutSender();
    rig.send(anInvoice().dueOn("2026-03-10").fact());
    Reminder byMail = rig.openDays("2026-03-11", "2026-03-13").getFirst();

    List<Reminder> now = rig.hear(byMail, Delivery.BOUNCED);

    assertThat(now)
        .extracting(
            Reminder::reminderId,
            Reminder::channel,
            Reminder::state,
            Reminder::reason,
            Reminder::on)
        .containsExactly(
            tuple(
                byMail.reminderId(),
                Channel.LETTER,
                ReminderState.REQUESTED,
                ReminderReason.UNREACHABLE,
                byMail.on()));
    assertThat(rig.hear(byMail, Delivery.BOUNCED)).as("heard again").isEmpty();
    assertThat(rig.hear(now.getFirst(), Delivery.BOUNCED))
        .extracting(Reminder::state)
        .containsExactly(ReminderState.UNDELIVERABLE);
  }

  @Test
  void aStepThatMayHaveGoneOutIsNotSentAgain() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    Reminder perhaps = rig.openDays("2026-03-11", "2026-03-13").getFirst();

    assertThat(rig.hear(perhaps, Delivery.UNKNOWN))
        .extracting(Reminder::reminderId, Reminder::revision, Reminder::state)
        .containsExactly(tuple(perhaps.reminderId(), 2, ReminderState.UNCONFIRMED));
    assertThat(rig.hear(perhaps, Delivery.UNKNOWN)).isEmpty();
    assertThat(rig.hear(perhaps, Delivery.FAILED)).isEmpty();
    assertThat(rig.openDays("2026-03-14", "2026-03-20"))
        .extracting(Reminder::step)
        .containsExactly("second");
  }

  @Test
  void ifWhatWasTakenBackHadGoneOutAlreadyNothingElseGoesOutInItsWindow() {
    rig.withoutSender();
    rig.send(
        anInvoice("I-1").dueOn("2026-03-03").fact(), anInvoice("I-2").dueOn("2026-03-10").fact());
    Reminder both = rig.openDays("2026-03-11", "2026-03-13").getLast();
    assertThat(both.step()).isEqualTo("second");
    List<Reminder> now = rig.send(aPayment().on("2026-03-13").paying("I-1", "100").fact());
    assertThat(now)
        .extracting(Reminder::step, Reminder::state)
        .containsExactly(
            tuple("second", ReminderState.CANCELLED), tuple("first", ReminderState.REQUESTED));

    assertThat(rig.hear(both, Delivery.SENT))
        .extracting(Reminder::step, Reminder::state, Reminder::reason)
        .containsExactly(tuple("first", ReminderState.CANCELLED, ReminderReason.REPLACED));
    assertThat(rig.hear(both, Delivery.SENT)).isEmpty();
    assertThat(rig.openDays("2026-03-14", "2026-03-20"))
        .as("I-2 has had its first reminder in that message")
        .extracting(Reminder::step)
        .containsExactly("second");
  }

  @Test
  void t04_masterDataDoesNotLiftAStopThatAPersonSaid() {
    rig.send(anInvoice().dueOn("2026-03-10").fact());
    rig.stop(null, null, "2026-03-11");

    rig.send(aCustomer().from("2026-03-12").unblocked().fact());
    assertThat(rig.openDays("2026-03-12", "2026-03-16")).isEmpty();

    rig.lift(null, "2026-03-17");
    assertThat(drivers(rig.openDays("2026-03-17", "2026-03-18"))).containsExactly("I-1 first");
  }

  @Test
  void t04_aPersonDoesNotLiftAStopOfMasterData() {
    rig.send(anInvoice().dueOn("2026-03-10").fact());
    rig.send(aCustomer().from("2026-03-11").blockedUntil(null).fact());
    rig.stop(null, null, "2026-03-11");

    rig.lift(null, "2026-03-12");
    assertThat(rig.openDays("2026-03-13", "2026-03-16")).isEmpty();

    rig.send(aCustomer().from("2026-03-17").unblocked().fact());
    assertThat(drivers(rig.openDays("2026-03-17", "2026-03-18"))).containsExactly("I-1 first");
  }

  @Test
  void t10_ifSomethingNewIsKnownOfTheCustomerTheAddressIsTriedAgain() {
    rig.send(anInvoice().dueOn("2026-03-10").fact());
    rig.hear(rig.openDays("2026-03-11", "2026-03-13").getFirst(), Delivery.BOUNCED);

    rig.send(aCustomer().from("2026-03-16").fact());

    assertThat(rig.openDay("2026-03-20"))
        .extracting(Reminder::step, Reminder::state)
        .containsExactly(tuple("second", ReminderState.REQUESTED));
  }

  @Test
  void t11_ifSomeArePaidTheLadderGoesOnWithTheEarliestUnpaidAndSkipsNoStep() {
    rig.send(
        anInvoice("I-1").dueOn("2026-03-02").fact(), anInvoice("I-2").dueOn("2026-03-16").fact());
    assertThat(drivers(rig.openDays("2026-03-03", "2026-03-12")))
        .containsExactly("I-1 first", "I-1 second");

    rig.send(aPayment().on("2026-03-13").paying("I-1", "100").fact());

    assertThat(drivers(rig.openDays("2026-03-13", "2026-04-10")))
        .containsExactly("I-2 first", "I-2 second", "I-2 final");
  }

  @Test
  void t12_aBalanceThatReachesZeroByCreditClearsEverything() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    rig.openDays("2026-03-11", "2026-03-13");

    List<Reminder> now = rig.send(aCredit("C-1").on("2026-03-13").to("I-1", "100").fact());

    assertThat(now)
        .extracting(Reminder::state, Reminder::reason)
        .containsExactly(tuple(ReminderState.CANCELLED, ReminderReason.CREDITED));
    assertThat(rig.openDays("2026-03-14", "2026-06-01")).isEmpty();
  }

  @Test
  void t13_paymentAndInvoiceInEitherOrderGiveTheSame() {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                anInvoice("I-1").dueOn("2026-03-10").fact(),
                aPayment("P-1").on("2026-03-04").paying("I-1", "40").fact(),
                anInvoice("I-2").dueOn("2026-03-10").fact(),
                aPayment("P-2").on("2026-03-04").paying("I-2", "100").fact()));
    List<List<Reminder>> all = new ArrayList<>();
    for (int seed = 1; seed <= 12; seed++) {
      Collections.shuffle(facts, new Random(seed));
      DunningRig other = new DunningRig();
      other.send(facts.toArray(Fact[]::new));
      all.add(other.openDays("2026-03-05", "2026-05-01"));
    }

    assertThat(all).allMatch(all.getFirst()::equals);
    assertThat(all.getFirst())
        .allMatch(it -> it.lines().getFirst().balance().equals(eur("60")))
        .hasSize(3);
  }

  @Test
  void t14_anEventThatIsHeardLateActsAtItsOwnTime() {
    DunningRig late = new DunningRig().withoutSender();
    Fact promise = about("I-1").on("2026-03-12").promised("2026-03-18");
    late.send(anInvoice().dueOn("2026-03-10").fact());
    late.openDays("2026-03-11", "2026-03-14");
    assertThat(late.live()).isNotNull();

    assertThat(late.send(promise))
        .extracting(Reminder::reason)
        .containsExactly(ReminderReason.PROMISED);

    assertThat(late.openDays("2026-03-15", "2026-03-18")).isEmpty();
    assertThat(late.openDay("2026-03-19"))
        .as("the promise ended on the 18th, whenever it was heard")
        .extracting(Reminder::step)
        .containsExactly("first");
  }

  @Test
  void t14_daysThatAreHeardLateAreThoseDays() {
    rig.send(anInvoice().dueOn("2026-03-10").fact());

    Reminder reminder = rig.openDays("2026-03-11", "2026-03-13").getFirst();

    assertThat(reminder.sendFrom()).isEqualTo(Instant.parse("2026-03-13T09:00:00Z"));
    assertThat(reminder.isSendableAt(Instant.parse("2026-03-13T08:59:59Z"))).isFalse();
    assertThat(reminder.isSendableAt(Instant.parse("2026-03-13T16:59:59Z"))).isTrue();
    assertThat(reminder.isSendableAt(Instant.parse("2026-03-16T12:00:00Z"))).isFalse();
  }

  @Test
  void t15_asOfAPastDayTheAnswerIsThatOfThePast() {
    DunningRig then = life("2026-03-25");
    DunningRig now = life("2026-05-25");

    assertThat(now.said.subList(0, then.said.size())).isEqualTo(then.said);
    assertThat(now.said).hasSizeGreaterThan(then.said.size());
  }

  private static DunningRig life(String until) {
    DunningRig rig = new DunningRig();
    rig.send(
        anInvoice("I-1").dueOn("2026-03-10").fact(), anInvoice("I-2").dueOn("2026-04-08").fact());
    rig.openDays("2026-03-03", "2026-03-20");
    rig.send(aPayment().on("2026-03-20").paying("I-1", "99").fact());
    rig.openDays("2026-03-21", until);
    return rig;
  }

  @Test
  void t15_theSameDayTwiceBringsNothingTheSecondTime() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    assertThat(rig.openDays("2026-03-11", "2026-03-13")).hasSize(1);

    assertThat(rig.openDay("2026-03-13")).isEmpty();
    assertThat(rig.openDay("2026-03-12")).isEmpty();
  }

  @Test
  void t16_aPromisePausesUntilItsDayHasEndedWhereTheCustomerIs() {
    // Where the company is, the promised day begins and ends eleven hours before it does there.
    DunningRig far = new DunningRig(Policies.always(DunningExamples.policy()), "UTC");
    far.send(
        aCustomer().timeZone("Pacific/Pago_Pago").fact(),
        anInvoice().dueOn("2026-03-10").fact(),
        about("I-1").on("2026-03-05").promised("2026-03-18"));

    assertThat(far.openDays("2026-03-06", "2026-03-18")).isEmpty();
    List<Reminder> broken = far.openDay("2026-03-19");

    assertThat(broken).extracting(Reminder::step).containsExactly("first");
    assertThat(broken.getFirst().sendFrom()).isEqualTo(Instant.parse("2026-03-19T20:00:00Z"));
  }

  @Test
  void t16_aPromiseThatCashHasKeptLeavesTheRestToTheLadder() {
    rig.send(
        anInvoice().dueOn("2026-03-10").fact(),
        about("I-1").on("2026-03-05").promised(day("2026-03-18"), eur("60")));
    rig.openDays("2026-03-06", "2026-03-16");

    rig.send(aPayment().on("2026-03-16").paying("I-1", "60").fact());
    List<Reminder> now = rig.openDays("2026-03-17", "2026-03-20");

    assertThat(now.getFirst().lines().getFirst().balance()).isEqualTo(eur("40"));
    assertThat(now).extracting(Reminder::step).containsExactly("first", "second");
    assertThat(now.getFirst().on()).isEqualTo("2026-03-17");
  }

  @Test
  void t17_whatIsWrittenOffIsNotRemindedAndNeitherIsItsRecovery() {
    rig.withoutSender().send(anInvoice().dueOn("2026-03-10").fact());
    rig.openDays("2026-03-11", "2026-03-13");

    assertThat(rig.send(anAmendmentOf("I-1").on("2026-03-13").as(AmendmentType.WRITTEN_OFF)))
        .extracting(Reminder::reason)
        .containsExactly(ReminderReason.WRITTEN_OFF);
    rig.openDays("2026-03-14", "2026-03-31");
    assertThat(rig.send(aPayment().on("2026-04-01").paying("I-1", "55").fact())).isEmpty();
    assertThat(rig.openDays("2026-04-01", "2026-06-01")).isEmpty();
  }

  @Test
  void t18_aCorrectionThatIsRecordedLaterDoesNotChangeWhatWasSaidBefore() {
    DunningRig corrected = new DunningRig();
    DunningRig not = new DunningRig();
    for (DunningRig one : List.of(corrected, not)) {
      one.send(anInvoice().dueOn("2026-03-10").fact());
      one.openDays("2026-03-03", "2026-03-21");
    }

    corrected.send(
        aPayment()
            .on("2026-03-09")
            .recordedAt(morningOf(day("2026-03-21")))
            .paying("I-1", "100")
            .fact());

    assertThat(corrected.said).isEqualTo(not.said).hasSize(2);
    assertThat(corrected.openDays("2026-03-22", "2026-06-01")).isEmpty();
  }

  private static List<String> invoices(List<Reminder> reminders) {
    return reminders.stream()
        .flatMap(it -> it.lines().stream())
        .map(it -> it.invoice().value())
        .distinct()
        .toList();
  }

  /** Which invoices were reminded, at which step; not those that are only named. */
  private static List<String> drivers(List<Reminder> reminders) {
    return reminders.stream()
        .flatMap(it -> it.lines().stream())
        .filter(it -> it.step() != null)
        .map(it -> it.invoice() + " " + it.step())
        .toList();
  }
}
