package io.duecast.streams.dunning;

import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.duecast.calendar.DayOpened;
import io.duecast.check.RejectReason;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.DunningExamples;
import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderReason;
import io.duecast.dunning.ReminderState;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DunningFlowTest {
  @TempDir Path stateDir;

  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private DunningFlowRig rig;

  @BeforeEach
  void start() {
    WireSerdes serdes =
        new WireSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
    rig = new DunningFlowRig(stateDir, serdes, Policies.always(DunningExamples.policy()));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aReminderIsToBeSentInTheWindowOfItsDayUntilThePaymentTakesItBack() {
    hear(anInvoice().dueOn("2026-03-10").fact());
    openDays("2026-03-11", "2026-03-13");
    assertThat(rig.read(Topics.REMINDERS))
        .extracting(Reminder::reminderId, Reminder::state)
        .containsExactly(tuple("acme:standard:first:2026-03-13", ReminderState.REQUESTED));

    hear(aPayment().on("2026-03-13").paying("I-1", "100").fact());

    assertThat(rig.read(Topics.REMINDERS))
        .extracting(Reminder::revision, Reminder::state, Reminder::reason)
        .containsExactly(tuple(2, ReminderState.CANCELLED, ReminderReason.PAID));
  }

  @Test
  void whatWasSentIsNotSentAgain() {
    hear(anInvoice().dueOn("2026-03-10").fact());
    openDays("2026-03-11", "2026-03-13");
    Reminder sent = rig.read(Topics.REMINDERS).getFirst();

    rig.send(
        Topics.REMINDER_STATUS,
        DunningExamples.status(sent, Delivery.SENT, sent.sendFrom()),
        sent.sendFrom());
    openDays("2026-03-14", "2026-03-19");

    assertThat(rig.read(Topics.REMINDERS)).isEmpty();
  }

  @Test
  void daysOfHistoryBringOnlyRemindersThatAreMarkedAsSuch() {
    hear(anInvoice().dueOn("2026-03-10").fact());

    openDays("2026-03-11", "2026-04-10", true);

    assertThat(rig.read(Topics.REMINDERS))
        .hasSize(3)
        .allMatch(it -> it.replayed() && !it.isSendable());
  }

  @Test
  void whatCannotBeReadIsADeadLetterAndTheRestGoesOn() {
    rig.sendBytes(Topics.REMINDER_STATUS, new byte[] {1, 2, 3}, Instant.EPOCH);
    hear(anInvoice().dueOn("2026-03-10").fact());
    openDays("2026-03-11", "2026-03-13");

    assertThat(rig.read(Topics.DEAD_LETTERS))
        .extracting(DeadLetter::reason)
        .containsExactly(RejectReason.UNDECODABLE);
    assertThat(rig.read(Topics.REMINDERS)).hasSize(1);
  }

  private void hear(Fact fact) {
    for (AccountEntry entry : ledger.after(fact).entries()) {
      rig.send(Topics.RECEIVABLES, (Record) entry, entry.recordedAt());
    }
  }

  private void openDays(String first, String last) {
    openDays(first, last, false);
  }

  private void openDays(String first, String last, boolean replayed) {
    List<LocalDate> days = day(first).datesUntil(day(last).plusDays(1)).toList();
    for (LocalDate date : days) {
      rig.send(
          Topics.RECEIVABLES,
          new DayOpened(date, replayed),
          date.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }
}
