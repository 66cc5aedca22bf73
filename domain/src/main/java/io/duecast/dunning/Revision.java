package io.duecast.dunning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings a reminder that has not gone out yet up to what is known now. It never says more. */
final class Revision {
  private final DunningFiles files;
  private final Optional<DunningPolicy> policy;
  private final DunnedCustomer customer;
  private final Instant at;

  Revision(
      DunningFiles files, Optional<DunningPolicy> policy, DunnedCustomer customer, Instant at) {
    this.files = files;
    this.policy = policy;
    this.customer = customer;
    this.at = at;
  }

  /** What is to be told in its place; nothing if it still holds. */
  List<Reminder> of(Reminder live) {
    if (policy.isEmpty()) {
      return List.of(live.ended(ReminderState.CANCELLED, ReminderReason.POLICY_CHANGED, at));
    }
    DunningPlan plan = plan(live, policy.get());
    DunningStep top = plan.top();
    if (top == null || customer.stops().isOn(live.on())) {
      ReminderReason why = Objection.to(live, files, customer, ReminderReason.POLICY_CHANGED);
      return List.of(live.ended(ReminderState.CANCELLED, why, at));
    }
    Channel channel = customer.reach().by(top).orElse(null);
    if (channel == null) {
      return List.of(live.ended(ReminderState.CANCELLED, ReminderReason.UNREACHABLE, at));
    }
    ReminderReason why = Objection.toTheWords(live, files);
    if (top.name().equals(live.step())) {
      boolean isReached = customer.reach().includes(live.channel());
      ReminderReason because = isReached ? why : ReminderReason.UNREACHABLE;
      Reminder next = live.saying(because, top, channel, plan.lines(), at);
      return next.saysTheSameAs(live) ? List.of() : List.of(next);
    }
    Reminder ended = live.ended(ReminderState.CANCELLED, why, at);
    Composer composer = new Composer(policy.get(), customer.saying(ended), at, false);
    SendWindow window = new SendWindow(live.on(), live.sendFrom(), live.sendUntil());
    return List.of(ended, composer.request(top, channel, plan.lines(), window));
  }

  private DunningPlan plan(Reminder live, DunningPolicy policy) {
    List<DunnedInvoice> named = new ArrayList<>();
    for (ReminderLine line : live.lines()) {
      named.add(files.invoice(live.customer(), line.invoice()));
    }
    return DunningPlan.of(policy, customer, named, live.on());
  }
}
