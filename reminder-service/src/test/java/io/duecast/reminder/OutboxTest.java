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

    assertThat(outbox.due(FROM.minusMillis(1))).isEmpty();
    assertThat(outbox.due(FROM)).containsExactly(first);
    assertThat(outbox.due(UNTIL)).isEmpty();
  }

  @Test
  void theHighestRevisionHoldsInWhicheverOrderTheyCome() {
    Reminder second = of(2, ReminderState.REQUESTED, Arm.TREATED, false);
    outbox.hear(second);
    outbox.hear(first);
    assertThat(outbox.due(NOON)).containsExactly(second);

    outbox.hear(of(3, ReminderState.CANCELLED, Arm.TREATED, false));
    assertThat(outbox.due(NOON)).isEmpty();
  }

  @Test
  void whatWasSentIsNotSentAgainHoweverOftenItIsHeard() {
    outbox.hear(first);
    outbox.hear(DunningExamples.status(first, Delivery.SENT, NOON));
    outbox.hear(first);

    assertThat(outbox.due(NOON)).isEmpty();
  }

  @Test
  void whatWasTriedIsTriedAgainOnlyInAnotherRevision() {
    outbox.hear(first);
    outbox.tried(first);
    outbox.hear(DunningExamples.status(first, Delivery.FAILED, NOON));
    assertThat(outbox.due(NOON)).isEmpty();

    outbox.hear(of(2, ReminderState.REQUESTED, Arm.TREATED, false));
    assertThat(outbox.due(NOON)).hasSize(1);
  }

  @Test
  void historyAndWhoIsHeldOutAreNeverDue() {
    outbox.hear(of(1, ReminderState.REQUESTED, Arm.TREATED, true));
    assertThat(outbox.due(NOON)).isEmpty();

    outbox.hear(of(2, ReminderState.REQUESTED, Arm.HOLDOUT, false));
    assertThat(outbox.due(NOON)).isEmpty();
  }

  private static Reminder of(int revision, ReminderState state, Arm arm, boolean replayed) {
    return reminder(revision, state, Channel.EMAIL, null, arm, replayed);
  }
}
