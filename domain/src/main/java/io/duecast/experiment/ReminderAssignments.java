package io.duecast.experiment;

import io.duecast.customer.CustomerId;
import io.duecast.dunning.Arm;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderState;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reminders as assignments. A customer comes in once, with the invoices that its first reminder
 * names: until then nothing was done about it, so the arms are alike. Afterwards they are not: what
 * a customer still owes, and so when and under which step its other invoices are named, depends on
 * whether it was reminded.
 */
public final class ReminderAssignments {
  private final Set<CustomerId> known = new HashSet<>();
  private final Instant until;

  /**
   * None is known yet.
   *
   * @param until what was told later is not heard
   */
  public ReminderAssignments(Instant until) {
    this.until = until;
  }

  /** What a reminder brings in; those of one customer come as they were told. */
  public List<Assignment> after(Reminder reminder) {
    boolean counts =
        !reminder.replayed()
            && !reminder.recordedAt().isAfter(until)
            && wasMeantToGoOut(reminder)
            && wasDrawn(reminder);
    return counts && known.add(reminder.customer())
        ? reminder.lines().stream().map(line -> assignment(reminder, line)).toList()
        : List.of();
  }

  /** Where nobody is held out, there is nobody to compare with. */
  private static boolean wasDrawn(Reminder reminder) {
    return reminder.arm() != Arm.UNKNOWN && reminder.propensity() > 0 && reminder.propensity() < 1;
  }

  /** Who cannot be reached is in too: that too is found out only of those who are reminded. */
  private static boolean wasMeantToGoOut(Reminder reminder) {
    return reminder.state() == ReminderState.REQUESTED
        || reminder.state() == ReminderState.UNDELIVERABLE;
  }

  private static Assignment assignment(Reminder reminder, ReminderLine line) {
    String step = line.step() == null ? reminder.step() : line.step();
    return new Assignment(
        new Treatment(
            Treatment.Kind.REMINDER,
            reminder.policy(),
            step,
            line.balance().currency().getCurrencyCode()),
        reminder.customer(),
        line.invoice(),
        reminder.arm() == Arm.TREATED,
        reminder.propensity(),
        line.balance(),
        line.dueOn(),
        reminder.on(),
        reminder.recordedAt());
  }
}
