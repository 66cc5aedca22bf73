package io.duecast.experiment;

import io.duecast.customer.CustomerId;
import io.duecast.dunning.Arm;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderState;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reminders as assignments. An invoice comes in once, when a reminder names it first: until then
 * nothing was done about it, so the arms are alike. From its second step on they would not be: of
 * those who were reminded, only those who did not heed it come so far.
 */
public final class ReminderAssignments {
  private record Bill(CustomerId customer, InvoiceId invoice) {}

  private final Set<Bill> known = new HashSet<>();
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
    boolean counts = !reminder.replayed() && !reminder.recordedAt().isAfter(until);
    return counts && wasMeantToGoOut(reminder)
        ? reminder.lines().stream()
            .map(line -> first(reminder, line))
            .flatMap(Optional::stream)
            .toList()
        : List.of();
  }

  /** Who cannot be reached is in too: that too is found out only of those who are reminded. */
  private static boolean wasMeantToGoOut(Reminder reminder) {
    return reminder.state() == ReminderState.REQUESTED
        || reminder.state() == ReminderState.UNDELIVERABLE;
  }

  private Optional<Assignment> first(Reminder reminder, ReminderLine line) {
    boolean isDrawn = reminder.arm() != Arm.UNKNOWN && reminder.propensity() > 0;
    if (!known.add(new Bill(reminder.customer(), line.invoice())) || !isDrawn) {
      return Optional.empty();
    }
    String step = line.step() == null ? reminder.step() : line.step();
    return Optional.of(
        new Assignment(
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
            reminder.recordedAt()));
  }
}
