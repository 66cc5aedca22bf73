package io.duecast.reminder;

import static io.duecast.reminder.ReminderExamples.FROM;
import static io.duecast.reminder.ReminderExamples.NOON;
import static io.duecast.reminder.ReminderExamples.UNTIL;
import static io.duecast.reminder.ReminderExamples.reminder;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.dunning.Arm;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.DunningExamples;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderState;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();
  private final Reminder first = reminder(Channel.EMAIL, null);

  @Test
  void aReminderIsDueInItsWindowOnly() {
    outbox.hear(first);

    assertThat(outbox.next(FROM.minusMillis(1))).isEmpty();
    assertThat(outbox.next(FROM)).contains(first);
    assertThat(outbox.next(UNTIL)).isEmpty();
  }

  @Test
  void theHighestRevisionHoldsInWhicheverOrderTheyCome() {
    Reminder second = of(2, ReminderState.REQUESTED, Arm.TREATED, false);
    outbox.hear(second);
    outbox.hear(first);
    assertThat(outbox.next(NOON)).contains(second);

    outbox.hear(of(3, ReminderState.CANCELLED, Arm.TREATED, false));
    assertThat(outbox.next(NOON)).isEmpty();
  }

  @Test
  void whatWasSentIsNotSentAgainHoweverOftenItIsHeard() {
    outbox.hear(first);
    outbox.hear(DunningExamples.status(first, Delivery.SENT, NOON));
    outbox.hear(first);

    assertThat(outbox.next(NOON)).isEmpty();
  }

  @Test
  void whatWasTriedIsTriedAgainOnlyInAnotherRevision() {
    outbox.hear(first);
    outbox.tried(first);
    outbox.hear(DunningExamples.status(first, Delivery.FAILED, NOON));
    assertThat(outbox.next(NOON)).isEmpty();

    outbox.hear(of(2, ReminderState.REQUESTED, Arm.TREATED, false));
    assertThat(outbox.next(NOON)).isPresent();
  }

  @Test
  void historyAndWhoIsHeldOutAreNeverDue() {
    outbox.hear(of(1, ReminderState.REQUESTED, Arm.TREATED, true));
    assertThat(outbox.next(NOON)).isEmpty();

    outbox.hear(of(2, ReminderState.REQUESTED, Arm.HOLDOUT, false));
    assertThat(outbox.next(NOON)).isEmpty();
  }

  @Test
  void neverTwoGoToOneCustomerForOneDay() {
    Reminder other = ReminderExamples.named("acme:standard:second:2026-03-13", first);
    outbox.hear(first);
    outbox.hear(other);
    assertThat(outbox.next(NOON)).contains(first);

    outbox.tried(first);
    outbox.hear(DunningExamples.status(first, Delivery.SENT, NOON));

    assertThat(outbox.next(NOON)).isEmpty();
  }

  @Test
  void whatMayHaveGoneOutIsNotSentAgain() {
    outbox.hear(first);
    outbox.hear(DunningExamples.status(first, Delivery.UNKNOWN, NOON));
    outbox.hear(of(2, ReminderState.REQUESTED, Arm.TREATED, false));

    assertThat(outbox.next(NOON)).isEmpty();
  }

  @Test
  void whatBouncedIsSentAgainInAnotherRevisionOnly() {
    outbox.hear(first);
    outbox.tried(first);
    outbox.hear(DunningExamples.status(first, Delivery.BOUNCED, NOON));
    assertThat(outbox.next(NOON)).isEmpty();

    Reminder byWebhook =
        reminder(2, ReminderState.REQUESTED, Channel.WEBHOOK, null, Arm.TREATED, false);
    outbox.hear(byWebhook);
    assertThat(outbox.next(NOON)).contains(byWebhook);

    outbox.tried(byWebhook);
    Reminder toTheNewAddress = of(3, ReminderState.REQUESTED, Arm.TREATED, false);
    outbox.hear(toTheNewAddress);
    assertThat(outbox.next(NOON)).contains(toTheNewAddress);
  }

  @Test
  void whoseRecordsCannotBeReadIsSentNothing() {
    outbox.hear(first);
    outbox.block(first.customer().value());

    assertThat(outbox.next(NOON)).isEmpty();
  }

  private static Reminder of(int revision, ReminderState state, Arm arm, boolean replayed) {
    return reminder(revision, state, Channel.EMAIL, null, arm, replayed);
  }
}
