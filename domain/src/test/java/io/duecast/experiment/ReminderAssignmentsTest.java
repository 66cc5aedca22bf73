package io.duecast.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.dunning.Arm;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderState;
import io.duecast.risk.RiskBand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderAssignmentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 8);
  private static final Instant MORNING = Examples.morningOf(DAY);

  private final ReminderAssignments assignments =
      new ReminderAssignments(MORNING.plusSeconds(86_400));

  private static Reminder reminder(
      ReminderState state, Arm arm, double propensity, ReminderLine... lines) {
    return reminder(state, arm, propensity, false, MORNING, lines);
  }

  private static Reminder reminder(
      ReminderState state, Arm arm, boolean replayed, Instant at, ReminderLine... lines) {
    return reminder(state, arm, arm == Arm.HOLDOUT ? 0.05 : 0.95, replayed, at, lines);
  }

  private static Reminder reminder(
      ReminderState state,
      Arm arm,
      double propensity,
      boolean replayed,
      Instant at,
      ReminderLine... lines) {
    return new Reminder(
        "r",
        1,
        state,
        null,
        Examples.ACME,
        "standard",
        1,
        "second",
        Channel.EMAIL,
        "second",
        null,
        null,
        List.of(lines),
        DAY,
        MORNING,
        MORNING.plusSeconds(3600),
        arm,
        propensity,
        at,
        replayed);
  }

  private static ReminderLine line(String invoice, @Nullable String step) {
    return new ReminderLine(
        Examples.invoiceId(invoice),
        Examples.eur("13.00"),
        DAY.minusDays(40),
        DAY.minusDays(10),
        RiskBand.LOW,
        step,
        List.of());
  }

  private List<Assignment> told(ReminderState state, Arm arm, ReminderLine... lines) {
    return assignments.after(reminder(state, arm, false, MORNING, lines));
  }

  @Test
  void aCustomerComesInWithItsFirstReminderAndNoOther() {
    List<Assignment> first =
        told(ReminderState.REQUESTED, Arm.TREATED, line("I-1", "first"), line("I-2", null));
    List<Assignment> then =
        told(ReminderState.REQUESTED, Arm.TREATED, line("I-1", "second"), line("I-3", "second"));

    assertThat(first).extracting(it -> it.treatment().step()).containsExactly("first", "second");
    assertThat(first).allMatch(Assignment::treated).allMatch(it -> it.propensity() == 0.95);
    assertThat(then).isEmpty();
  }

  @Test
  void thoseHeldOutAreInToo() {
    assertThat(told(ReminderState.REQUESTED, Arm.HOLDOUT, line("I-1", "first")))
        .hasSize(1)
        .noneMatch(Assignment::treated)
        .allMatch(it -> it.propensity() == 0.05);
  }

  @Test
  void thoseNobodyReachesAreInToo() {
    assertThat(told(ReminderState.UNDELIVERABLE, Arm.TREATED, line("I-2", "first"))).hasSize(1);
  }

  @Test
  void whereNobodyIsHeldOutThereIsNoExperiment() {
    ReminderLine line = line("I-1", "first");
    assertThat(assignments.after(reminder(ReminderState.REQUESTED, Arm.TREATED, 1, line)))
        .isEmpty();
    assertThat(told(ReminderState.REQUESTED, Arm.TREATED, line)).hasSize(1);
  }

  @Test
  void whatWasTakenBackAfterwardsStaysIn() {
    assertThat(told(ReminderState.REQUESTED, Arm.TREATED, line("I-1", "first"))).hasSize(1);
    assertThat(told(ReminderState.CANCELLED, Arm.TREATED, line("I-1", "first"))).isEmpty();
  }

  @Test
  void historyAndTheFutureAndDroppedStepsAreNoExperiment() {
    assertThat(told(ReminderState.EXPIRED, Arm.TREATED, line("I-1", "first"))).isEmpty();
    ReminderLine line = line("I-1", "first");
    assertThat(
            assignments.after(reminder(ReminderState.REQUESTED, Arm.TREATED, true, MORNING, line)))
        .isEmpty();
    Instant later = MORNING.plusSeconds(86_401);
    assertThat(
            assignments.after(reminder(ReminderState.REQUESTED, Arm.TREATED, false, later, line)))
        .isEmpty();
    assertThat(told(ReminderState.REQUESTED, Arm.TREATED, line)).hasSize(1);
  }
}
