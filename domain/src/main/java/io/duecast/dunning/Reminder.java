package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to one customer about all that is due, as of now: the highest revision of an id
 * holds.
 *
 * @param reminderId deterministic: the customer, the policy, the step, and the day for which it was
 *     first meant
 * @param revision from 1
 * @param reason why it is not sent, or not as before; null if there is none to give
 * @param step the highest one that is due among the invoices
 * @param language of the customer, as the customer events have it; null if not known
 * @param segment of the customer; null for none
 * @param lines the invoices that are due, or have a step that is due; by due date
 * @param on the customer's own day on which it is to go out
 * @param sendFrom when its window opens
 * @param sendUntil when its window closes: after that it may not go out in this revision
 * @param propensity how likely the customer was to be in this arm, 0..1
 * @param replayed true if it is history: it was never sent
 */
public record Reminder(
    String reminderId,
    int revision,
    ReminderState state,
    @Nullable ReminderReason reason,
    CustomerId customer,
    String policy,
    int policyVersion,
    String step,
    Channel channel,
    String template,
    @Nullable String language,
    @Nullable String segment,
    List<ReminderLine> lines,
    LocalDate on,
    Instant sendFrom,
    Instant sendUntil,
    Arm arm,
    double propensity,
    Instant recordedAt,
    boolean replayed) {
  public Reminder {
    lines = List.copyOf(lines);
  }

  /** Whether it may go out, its window apart. */
  public boolean isSendable() {
    return state == ReminderState.REQUESTED && arm == Arm.TREATED && !replayed;
  }

  /** Whether it may go out at a moment. */
  public boolean isSendableAt(Instant now) {
    return isSendable() && !now.isBefore(sendFrom) && now.isBefore(sendUntil);
  }

  /** The same, which went out as it was. */
  Reminder sent() {
    return with(revision, ReminderState.SENT, null, channel, template, lines, recordedAt);
  }

  /** The same, not to be sent. */
  Reminder ended(ReminderState how, @Nullable ReminderReason why, Instant at) {
    return revised(how, why, channel, template, lines, at);
  }

  /** The same with other words and lines, in the same window. */
  Reminder saying(
      ReminderReason why, DunningStep step, Channel channel, List<ReminderLine> lines, Instant at) {
    return revised(state, why, channel, step.template(), lines, at);
  }

  private Reminder revised(
      ReminderState state,
      @Nullable ReminderReason reason,
      Channel channel,
      String template,
      List<ReminderLine> lines,
      Instant at) {
    return with(revision + 1, state, reason, channel, template, lines, at);
  }

  private Reminder with(
      int revision,
      ReminderState state,
      @Nullable ReminderReason reason,
      Channel channel,
      String template,
      List<ReminderLine> lines,
      Instant at) {
    return new Reminder(
        reminderId,
        revision,
        state,
        reason,
        customer,
        policy,
        policyVersion,
        step,
        channel,
        template,
        language,
        segment,
        lines,
        on,
        sendFrom,
        sendUntil,
        arm,
        propensity,
        at,
        replayed);
  }

  /** What is meant by it, whoever says it when. */
  boolean saysTheSameAs(Reminder other) {
    return reminderId.equals(other.reminderId)
        && state == other.state
        && channel == other.channel
        && template.equals(other.template)
        && lines.equals(other.lines)
        && sendUntil.equals(other.sendUntil);
  }
}
