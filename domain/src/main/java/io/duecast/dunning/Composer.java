package io.duecast.dunning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the reminders of one customer under a policy, all of one moment. */
final class Composer {
  private final DunningPolicy policy;
  private final DunnedCustomer customer;
  private final Instant at;
  private final boolean replayed;

  Composer(DunningPolicy policy, DunnedCustomer customer, Instant at, boolean replayed) {
    this.policy = policy;
    this.customer = customer;
    this.at = at;
    this.replayed = replayed;
  }

  Arm arm() {
    return policy.holdout().armOf(customer.id());
  }

  /** A new reminder in a window. */
  Reminder request(DunningStep step, Channel channel, List<ReminderLine> lines, SendWindow window) {
    Reminder latest = customer.messages().latest();
    int revision = latest != null && latest.on().equals(window.on()) ? latest.revision() + 1 : 1;
    return reminder(
        id(step, window), revision, ReminderState.REQUESTED, null, step, channel, lines, window);
  }

  /** The same reminder as before, in another window. */
  Reminder moved(
      Reminder live,
      DunningStep step,
      Channel channel,
      List<ReminderLine> lines,
      SendWindow window) {
    return reminder(
        live.reminderId(),
        live.revision() + 1,
        ReminderState.REQUESTED,
        ReminderReason.NEXT_WINDOW,
        step,
        channel,
        lines,
        window);
  }

  /** Steps that are dropped. */
  Reminder dropped(
      ReminderState how,
      ReminderReason why,
      DunningStep step,
      List<ReminderLine> lines,
      SendWindow window) {
    String id = id(step, window) + (how == ReminderState.EXPIRED ? ":expired" : "");
    return reminder(id, 1, how, why, step, step.channels().getFirst(), lines, window);
  }

  private String id(DunningStep step, SendWindow window) {
    return customer.id() + ":" + policy.name() + ":" + step.name() + ":" + window.on();
  }

  private Reminder reminder(
      String id,
      int revision,
      ReminderState state,
      @Nullable ReminderReason reason,
      DunningStep step,
      Channel channel,
      List<ReminderLine> lines,
      SendWindow window) {
    return new Reminder(
        id,
        revision,
        state,
        reason,
        customer.id(),
        policy.name(),
        policy.version(),
        step.name(),
        channel,
        step.template(),
        customer.profile().language(),
        customer.profile().segment(),
        lines,
        window.on(),
        window.from(),
        window.until(),
        arm(),
        policy.holdout().propensityOf(arm()),
        at,
        replayed);
  }
}
