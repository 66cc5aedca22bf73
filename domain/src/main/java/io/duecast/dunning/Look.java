package io.duecast.dunning;

import io.duecast.calendar.DayOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at one customer as a day begins, and decides what goes out in its next window. */
final class Look {
  private final DunningFiles files;
  private final DunningPolicy policy;
  private final ZoneId company;
  private final DayOpened day;
  private final Instant at;
  private final List<Reminder> said = new ArrayList<>();
  private DunnedCustomer customer;

  Look(
      DunningFiles files,
      DunningPolicy policy,
      ZoneId company,
      DayOpened day,
      Instant at,
      DunnedCustomer customer) {
    this.files = files;
    this.policy = policy;
    this.company = company;
    this.day = day;
    this.at = at;
    this.customer = customer;
  }

  /** Looks, and keeps what was decided. */
  List<Reminder> look() {
    Optional<SendWindow> window = SendWindow.openingOn(day.date(), company, customer, policy);
    if (window.isPresent() && customer.looks().isNew(window.get().on(), day.replayed())) {
      if (mayWrite(window.get().on())) {
        decide(window.get());
      }
      if (said.stream().anyMatch(it -> it.on().equals(window.get().on()))) {
        customer = customer.with(customer.looks().saidFor(window.get().on(), day.replayed()));
      }
    }
    forgetTheOld();
    files.put(customer.lookingOn(nextLook()));
    return said;
  }

  private boolean mayWrite(LocalDate on) {
    LocalDate freeOn = policy.cap().freeOn(customer.messages().sentOn());
    return !customer.stops().isOn(on) && (freeOn == null || !on.isBefore(freeOn));
  }

  private void decide(SendWindow window) {
    DunningPlan plan = DunningPlan.of(policy, customer, files.invoices(customer.id()), window.on());
    Composer composer = new Composer(policy, customer, at, day.replayed());
    if (plan.topDropped() != null) {
      said.add(
          composer.dropped(
              ReminderState.EXPIRED,
              ReminderReason.TOO_LATE,
              plan.topDropped(),
              plan.dropped(),
              window));
      take(plan.dropped(), window.on());
    }
    Reminder live = day.replayed() ? null : customer.live();
    DunningStep top = plan.top();
    if (top == null) {
      if (live != null) {
        ReminderReason otherwise =
            plan.topDropped() == null ? ReminderReason.POLICY_CHANGED : ReminderReason.TOO_LATE;
        ReminderReason why = Objection.to(live, files, customer, otherwise);
        tell(live.ended(ReminderState.CANCELLED, why, at));
      }
      return;
    }
    Channel channel = customer.reach().by(top).orElse(null);
    if (channel == null) {
      giveUp(live, composer, top, plan.lines(), window);
    } else if (composer.arm() == Arm.HOLDOUT || day.replayed()) {
      replace(live);
      Reminder unsent = composer.request(top, channel, plan.lines(), window);
      said.add(unsent);
      take(plan.lines(), window.on());
      customer = customer.with(customer.messages().sentOn(window.on()));
    } else if (live != null && live.step().equals(top.name())) {
      tell(composer.moved(live, top, channel, plan.lines(), window));
    } else {
      replace(live);
      tell(new Composer(policy, customer, at, false).request(top, channel, plan.lines(), window));
    }
  }

  private void giveUp(
      @Nullable Reminder live,
      Composer composer,
      DunningStep top,
      List<ReminderLine> lines,
      SendWindow window) {
    if (live != null) {
      tell(live.ended(ReminderState.CANCELLED, ReminderReason.UNREACHABLE, at));
    }
    said.add(
        composer.dropped(
            ReminderState.UNDELIVERABLE, ReminderReason.UNREACHABLE, top, lines, window));
    take(lines, window.on());
  }

  private void replace(@Nullable Reminder live) {
    if (live != null) {
      tell(live.ended(ReminderState.CANCELLED, ReminderReason.REPLACED, at));
    }
  }

  private void tell(Reminder reminder) {
    said.add(reminder);
    customer = customer.saying(reminder);
  }

  private void take(List<ReminderLine> lines, LocalDate on) {
    Taking.take(files, customer.id(), lines, on);
  }

  private void forgetTheOld() {
    for (DunnedInvoice invoice : files.invoices(customer.id())) {
      LocalDate closedOn = invoice.closedOn();
      if (closedOn != null && !closedOn.plusDays(StepClock.KEPT_DAYS).isAfter(day.date())) {
        files.forget(invoice);
      }
    }
  }

  private @Nullable LocalDate nextLook() {
    StepClock clock = new StepClock(policy, customer);
    LocalDate next = customer.live() == null ? null : day.date();
    for (DunnedInvoice invoice : files.invoices(customer.id())) {
      next = Later.earlier(next, clock.nextLook(invoice));
    }
    LocalDate tomorrow = day.date().plusDays(1);
    return next == null || next.isAfter(tomorrow) ? next : tomorrow;
  }
}
